using System.Text;
using NodaTime;
using TrustFund.Cli;

var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Console.OutputEncoding = encoding;
#pragma warning disable RS0030 // The composition root is the one place that knows the machine's clock.
var clock = SystemClock.Instance;
#pragma warning restore RS0030

// The console's own writer hands on a few hundred characters at a time.
await using var output = new StreamWriter(Console.OpenStandardOutput(), encoding, bufferSize: 65_536) { AutoFlush = true };
var terminal = new Terminal(output, Console.Error, clock, isInteractive: !Console.IsErrorRedirected,
    Console.IsOutputRedirected || Console.WindowWidth < Terminal.NarrowestPage ? null : Console.WindowWidth);
return await CommandLine.RunAsync(args, terminal).ConfigureAwait(false);

using System.Text;
using NodaTime;
using TrustFund.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
#pragma warning disable RS0030 // The composition root is the one place that knows the machine's clock.
var clock = SystemClock.Instance;
#pragma warning restore RS0030
var terminal = new Terminal(Console.Out, Console.Error, clock, isInteractive: !Console.IsErrorRedirected,
    Console.IsOutputRedirected || Console.WindowWidth < Terminal.NarrowestPage ? Terminal.WidePage : Console.WindowWidth);
return await CommandLine.RunAsync(args, terminal).ConfigureAwait(false);

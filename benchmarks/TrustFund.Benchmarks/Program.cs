using System.Globalization;
using BenchmarkDotNet.Running;
using TrustFund.Benchmarks;

// dotnet run -c Release --project benchmarks/TrustFund.Benchmarks -- --filter '*'
// dotnet run -c Release --project benchmarks/TrustFund.Benchmarks -- generate COUNT FOLDER | table ROWS COLUMNS FOLDER | import COUNT FILE | post FILE COUNT | read FILE
switch (args)
{
    case ["generate", var count, var folder]:
        GeneratedFiles.Write(int.Parse(count, CultureInfo.InvariantCulture), folder);
        break;
    case ["table", var rows, var columns, var folder]:
        GeneratedTable.Write(int.Parse(rows, CultureInfo.InvariantCulture), int.Parse(columns, CultureInfo.InvariantCulture), folder);
        break;
    case ["import", var count, var path]:
        await StoreMeasures.ImportAsync(int.Parse(count, CultureInfo.InvariantCulture), path).ConfigureAwait(false);
        break;
    case ["post", var path, var count]:
        await StoreMeasures.PostAsync(path, int.Parse(count, CultureInfo.InvariantCulture)).ConfigureAwait(false);
        break;
    case ["read", var path]:
        await StoreMeasures.ReadAsync(path).ConfigureAwait(false);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(StoreBenchmarks).Assembly).Run(args);
        break;
}

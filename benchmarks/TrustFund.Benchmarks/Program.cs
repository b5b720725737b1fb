using BenchmarkDotNet.Running;
using TrustFund.Benchmarks;

// dotnet run -c Release --project benchmarks/TrustFund.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(StoreBenchmarks).Assembly).Run(args);

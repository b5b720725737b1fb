namespace TrustFund.Storage;

/// <summary>
/// A set of books: all capabilities of a store together, for whoever opens one. Code that needs one
/// capability asks for that one. Safe for use by several threads at once.
/// </summary>
public interface IBooks : IMasterData, IAppendEntries, IReadEntries, IReadBalances, IKeepPeriods, IKeepEditions, IAuditBooks, IRestoreBooks, IAsyncDisposable;

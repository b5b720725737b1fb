using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Sqlite.Tests;

public sealed class InMemoryBooksSpecification : BooksSpecification
{
    private protected override IBooks Open(IClock clock) => new InMemoryBooks(clock);
}

public sealed class SqliteInMemoryBooksSpecification : BooksSpecification
{
    private protected override IBooks Open(IClock clock) => SqliteBooks.InMemory(clock);
}

public sealed class SqliteFileBooksSpecification : BooksSpecification
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trustfund ");

    private string _file = "";
    private int _made;

    private protected override IBooks Open(IClock clock)
    {
        _file = Path.Combine(_folder.FullName, $"books {++_made}.db");
        return SqliteBooks.Create(_file, clock);
    }

    private protected override async Task<IBooks> ReopenAsync(IBooks books, IClock clock)
    {
        await books.DisposeAsync();
        return SqliteBooks.Open(_file, clock);
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

public sealed class SpecificationTests
{
    [Fact]
    public void Every_store_has_its_specification()
    {
        var stores = new[] { typeof(IBooks).Assembly, typeof(SqliteBooks).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && typeof(IBooks).IsAssignableFrom(type))
            .Select(type => type.Name);
        var specified = typeof(SpecificationTests).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(BooksSpecification)))
            .Select(type => type.Name);

        stores.Should().OnlyContain(store => specified.Any(name => name.StartsWith(store.Replace("SqliteBooks", "Sqlite", StringComparison.Ordinal), StringComparison.Ordinal)));
    }
}

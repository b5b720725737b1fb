namespace TrustFund.Interchange.Tests;

public sealed class ReadAheadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(512)]
    [InlineData(10_000)]
    public void Everything_comes_in_its_order(int count) =>
        ReadAhead.Of(Enumerable.Range(0, count)).Should().Equal(Enumerable.Range(0, count));

    [Fact]
    public void What_reading_throws_is_thrown_to_who_asks()
    {
        static IEnumerable<int> Failing()
        {
            yield return 1;
            throw new IOException("The disk is gone.");
        }

        var reading = () => ReadAhead.Of(Failing()).ToList();

        reading.Should().Throw<IOException>().WithMessage("The disk is gone.");
    }

    [Fact]
    public void Once_nobody_asks_any_more_nothing_is_read_and_what_was_open_is_closed()
    {
        var isClosed = false;
        IEnumerable<int> Endless()
        {
            try
            {
                for (var number = 0; ; number++)
                {
                    yield return number;
                }
            }
            finally
            {
                isClosed = true;
            }
        }

        ReadAhead.Of(Endless()).First().Should().Be(0);

        isClosed.Should().BeTrue();
    }
}

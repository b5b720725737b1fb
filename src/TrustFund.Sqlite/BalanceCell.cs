namespace TrustFund.Sqlite;

/// <summary>
/// What an account of a fund was moved by on a day of a month, for a donor. Account and fund, donor and
/// day are put together in one number each, so that cells are compared and ordered by two numbers.
/// </summary>
internal readonly record struct BalanceCell(ulong Group, ulong Place, long Amount) : IComparable<BalanceCell>
{
    private const int DayBits = 5;

    /// <param name="posting">The posting; its account's and fund's numbers are below two to the 32nd.</param>
    /// <param name="day">The day of the month.</param>
    internal BalanceCell(in ScannedPosting posting, int day)
        : this(((ulong)posting.Account << 32) | checked((uint)posting.Fund), PlaceOf(posting.Donor, day), posting.Amount)
    {
    }

    internal ulong Account => Group >> 32;

    internal ulong Fund => Group & uint.MaxValue;

    internal int Day => DayOf(Place);

    internal static ulong PlaceOf(long donor, int day) => ((ulong)donor << DayBits) | (uint)day;

    internal static long DonorOf(ulong place) => (long)(place >> DayBits);

    internal static int DayOf(ulong place) => (int)(place & ((1 << DayBits) - 1));

    public int CompareTo(BalanceCell other) => Group != other.Group ? Group.CompareTo(other.Group) : Place.CompareTo(other.Place);
}

using System.Runtime.CompilerServices;

namespace TrustFund.Interchange;

/// <summary>What a posting is added up by. Equal by reference: one reading makes each account, fund and donor once.</summary>
internal readonly struct PostingKey(Account account, Fund fund, Donor? donor) : IEquatable<PostingKey>
{
    internal Account Account { get; } = account;

    internal Fund Fund { get; } = fund;

    internal Donor? Donor { get; } = donor;

    public bool Equals(PostingKey other) =>
        ReferenceEquals(Account, other.Account) && ReferenceEquals(Fund, other.Fund) && ReferenceEquals(Donor, other.Donor);

    public override bool Equals(object? obj) => obj is PostingKey other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(
        RuntimeHelpers.GetHashCode(Account), RuntimeHelpers.GetHashCode(Fund), Donor is null ? 0 : RuntimeHelpers.GetHashCode(Donor));
}

using NodaTime;

namespace TrustFund;

/// <summary>
/// An account of the chart. Posted to from <see cref="Opened"/> through <see cref="Closed"/>, both
/// days included. Equal by all its contents.
/// </summary>
public sealed record Account
{
    /// <summary>Creates an account.</summary>
    /// <param name="code">Its code, unique in the chart.</param>
    /// <param name="name">Its name, as statements and listings show it.</param>
    /// <param name="type">What it holds.</param>
    /// <param name="opened">The first day it may be posted to; null for ever.</param>
    /// <param name="closed">The last day it may be posted to; null for ever.</param>
    /// <exception cref="FormatException">The name is blank or cannot be kept.</exception>
    /// <exception cref="ArgumentException">An unknown type, or closed before it was opened.</exception>
    public Account(Code<Account> code, string name, AccountType type, LocalDate? opened = null, LocalDate? closed = null)
    {
        if (!Enum.IsDefined(type))
        {
            throw new ArgumentException($"Account {code} has no type.", nameof(type));
        }

        if (closed < opened)
        {
            throw new ArgumentException($"Account {code} closes before it opens.", nameof(closed));
        }

        _ = code.Text;
        (Code, Name, Type, Opened, Closed) = (code, BookText.Required(name, "name of an account"), type, opened, closed);
    }

    /// <summary>Its code, unique in the chart.</summary>
    public Code<Account> Code { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What it holds.</summary>
    public AccountType Type { get; }

    /// <summary>The first day it may be posted to; null for ever.</summary>
    public LocalDate? Opened { get; }

    /// <summary>The last day it may be posted to; null for ever.</summary>
    public LocalDate? Closed { get; }

    /// <summary>The side on which its balance normally stands.</summary>
    public Side NormalSide => Type is AccountType.Asset or AccountType.Expense ? Side.Debit : Side.Credit;

    /// <summary>Whether it may be posted to on a day.</summary>
    public bool IsOpenOn(LocalDate date) => !(date < Opened) && !(date > Closed);

    /// <summary>Code and name.</summary>
    public override string ToString() => $"{Code} {Name}";
}

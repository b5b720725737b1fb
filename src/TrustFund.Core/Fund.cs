using NodaTime;

namespace TrustFund;

/// <summary>
/// A trust fund: separate accounts kept for the purpose and within the limits set by the decision
/// that established it. Every entry balances for each fund in the fund's own currency. Equal by all
/// its contents.
/// </summary>
public sealed record Fund
{
    /// <summary>Creates a fund.</summary>
    /// <param name="code">Its code, unique in the books.</param>
    /// <param name="name">Its name, as its statements show it.</param>
    /// <param name="currency">Its functional currency, in which its entries balance.</param>
    /// <param name="established">The first day it may be posted to; null for ever.</param>
    /// <param name="closed">The last day it may be posted to; null for ever.</param>
    /// <param name="authority">The decision that established it; null where it is not stated.</param>
    /// <exception cref="FormatException">A text is blank or cannot be kept.</exception>
    /// <exception cref="ArgumentException">Closed before it was established.</exception>
    /// <exception cref="InvalidOperationException">Code or currency is unset.</exception>
    public Fund(
        Code<Fund> code, string name, Currency currency,
        LocalDate? established = null, LocalDate? closed = null, string? authority = null)
    {
        if (closed < established)
        {
            throw new ArgumentException($"Fund {code} closes before it is established.", nameof(closed));
        }

        _ = (code.Text, currency.Code);
        (Code, Name, Currency) = (code, BookText.Required(name, "name of a fund"), currency);
        (Established, Closed, Authority) = (established, closed, BookText.Optional(authority, "authority of a fund"));
    }

    /// <summary>Its code, unique in the books.</summary>
    public Code<Fund> Code { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its functional currency.</summary>
    public Currency Currency { get; }

    /// <summary>The first day it may be posted to; null for ever.</summary>
    public LocalDate? Established { get; }

    /// <summary>The last day it may be posted to; null for ever.</summary>
    public LocalDate? Closed { get; }

    /// <summary>The decision that established it; null where it is not stated.</summary>
    public string? Authority { get; }

    /// <summary>Whether it may be posted to on a day.</summary>
    public bool IsOpenOn(LocalDate date) => !(date < Established) && !(date > Closed);

    /// <summary>Code and name.</summary>
    public override string ToString() => $"{Code} {Name}";
}

using System.Globalization;
using NodaTime;

namespace TrustFund.Interchange;

/// <summary>Reads a transaction of hledger and its postings as they are written.</summary>
internal sealed class HledgerTransactionReader(HledgerAmounts amounts, ProblemLog problems)
{
    /// <summary>Reads the lines of a transaction; null where something is wrong, reported here.</summary>
    internal HledgerTransaction? Read(List<string> lines, int index, int end, int number)
    {
        var (text, comment) = Parts(lines[index]);
        var tags = Tags(comment, index + 1).ToList();
        var isGood = TryHeader(text, index + 1, out var date, out var second, out var code, out var description);
        var postings = new List<HledgerPosting>();
        for (var at = index + 1; at < end; at++)
        {
            var line = lines[at];
            if (line.TrimStart().StartsWith(';'))
            {
                (postings.Count > 0 ? postings[^1].Tags : tags).AddRange(Tags(Parts(line).Comment, at + 1));
            }
            else if (Posting(line, at + 1) is { } posting)
            {
                postings.Add(posting);
            }
            else
            {
                isGood = false;
            }
        }

        foreach (var tag in postings.SelectMany(posting => posting.Tags).Where(tag => tag.Name is "date" or "date2"))
        {
            isGood = false;
            problems.Add(tag.Place, HledgerComplaints.PostingDate, Cells.Shown($"{tag.Name}:{tag.Value}"));
        }

        return !isGood ? null : new HledgerTransaction
        {
            Line = index + 1,
            Number = number,
            Date = date,
            SecondDate = second,
            Code = code,
            Description = description,
            Tags = tags,
            Postings = postings,
        };
    }

    private bool TryHeader(
        string text, int line, out LocalDate date, out LocalDate? second, out string? code, out string description)
    {
        (second, code) = (null, null);
        var blank = text.AsSpan().IndexOfAny(" \t");
        var dates = (blank < 0 ? text : text[..blank]).Split('=');
        var rest = blank < 0 ? "" : text[blank..].Trim();
        var isGood = TryDate(dates[0], null, line, out date);
        if (isGood && !AccountingYear.Has(date))
        {
            problems.Add(new TextPlace(line, 1), CellComplaints.NotAPostingDate, Cells.Shown(dates[0]));
            isGood = false;
        }

        if (isGood && dates.Length > 1)
        {
            isGood = TryDate(dates[1], date.Year, line, out var other);
            second = other;
        }

        rest = rest is ['*' or '!', ..] ? rest[1..].TrimStart() : rest;
        if (rest.StartsWith('(') && rest.IndexOf(')', StringComparison.Ordinal) is var close and > 0)
        {
            (code, rest) = (rest[1..close].Trim(), rest[(close + 1)..].TrimStart());
        }

        description = rest.Trim();
        return isGood;
    }

    private bool TryDate(string text, int? year, int line, out LocalDate date)
    {
        var parts = text.Split('-', '/', '.');
        var padded = parts.Select((part, index) => parts.Length == 3 && index == 0 ? part : part.PadLeft(2, '0'));
        var whole = string.Join('-', parts.Length == 2 && year is { } known ? padded.Prepend(known.ToString("0000", CultureInfo.InvariantCulture)) : padded);
        if (IsoDate.TryRead(whole, out date))
        {
            return true;
        }

        problems.Add(new TextPlace(line, 1), HledgerComplaints.NotADate, Cells.Shown(text));
        return false;
    }

    private HledgerPosting? Posting(string line, int number)
    {
        var (text, comment) = Parts(line);
        var start = text.Length - text.TrimStart().Length;
        var rest = text[start..];
        if (rest is ['*' or '!', ..])
        {
            var marked = rest[1..].TrimStart();
            (start, rest) = (start + rest.Length - marked.Length, marked);
        }

        var place = new TextPlace(number, start + 1);
        if (rest is ['(' or '[', ..])
        {
            problems.Add(place, HledgerComplaints.Virtual, Cells.Shown(rest.Trim()));
            return null;
        }

        // An account's name ends at a tab or at two blanks.
        var end = EndOfName(rest);
        var (account, what) = (rest[..end].Trim(), rest[end..]);
        var amountPlace = new TextPlace(number, start + end + (what.Length - what.TrimStart().Length) + 1);
        var isRead = TryAmount(what, amountPlace, out var amount, out var assertion);
        return isRead
            ? new HledgerPosting { Place = place, Account = account, Amount = amount, Assertion = assertion, Tags = [.. Tags(comment, number)] }
            : null;
    }

    private bool TryAmount(string text, TextPlace place, out Money? amount, out HledgerAssertion? assertion)
    {
        (amount, assertion) = (null, null);
        if (text.AsSpan().IndexOfAny("@{") >= 0)
        {
            problems.Add(place, HledgerComplaints.Cost, Cells.Shown(text.Trim()));
            return false;
        }

        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var posted = equals < 0 ? text : text[..equals];
        if (equals >= 0 && string.IsNullOrWhiteSpace(posted))
        {
            problems.Add(place, HledgerComplaints.Assignment, Cells.Shown(text.Trim()));
            return false;
        }

        if (!string.IsNullOrWhiteSpace(posted) && !TryRead(posted, place, out amount))
        {
            return false;
        }

        if (equals < 0)
        {
            return true;
        }

        var asserted = text[equals..];
        var marks = asserted.Length - asserted.TrimStart('=', '*').Length;
        var assertedPlace = place with { Column = place.Column - (text.Length - text.TrimStart().Length) + equals };
        if (!TryRead(asserted[marks..], assertedPlace, out var balance))
        {
            return false;
        }

        assertion = new HledgerAssertion(assertedPlace, balance!.Value, asserted.StartsWith("==", StringComparison.Ordinal), asserted[..marks].EndsWith('*'));
        return true;
    }

    private bool TryRead(string text, TextPlace place, out Money? amount)
    {
        amount = amounts.Read(text, out var complaint, out var particulars);
        if (complaint is not null)
        {
            problems.Add(place, complaint, particulars);
        }

        return amount is not null;
    }

    private static int EndOfName(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\t' || (char.IsWhiteSpace(text[index]) && (index + 1 == text.Length || char.IsWhiteSpace(text[index + 1]))))
            {
                return index;
            }
        }

        return text.Length;
    }

    // What stands before a comment, and the comment in its place, so that columns stay what they are.
    private static (string Text, string Comment) Parts(string line)
    {
        var at = line.IndexOf(';', StringComparison.Ordinal);
        return at < 0 ? (line, "") : (line[..at], new string(' ', at + 1) + line[(at + 1)..]);
    }

    private static IEnumerable<HledgerTag> Tags(string comment, int line) =>
        LedgerTags.In(comment).Select(tag => new HledgerTag(tag.Name, tag.Value, new TextPlace(line, tag.Column + 1)));
}

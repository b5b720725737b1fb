using System.Globalization;
using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>Finds lines and columns of a document by the names that people give them.</summary>
internal sealed class DocumentLines
{
    private const char AnyText = '\uE000';

    private readonly List<(PublishedTable Table, int Number, PublishedLine Line, string[] Captions)> _lines;
    private readonly HashSet<string> _marks;

    internal DocumentLines(PublishedStatement document)
    {
        _lines = [.. document.Tables.SelectMany((table, number) => table.Lines.Select((line, index) => (
            table, number + 1, line, Captions(table, index))))];
        _marks = [.. document.Notes.Select(note => CaptionText.Fold(note.Marker))];
    }

    /// <summary>The lines of a name, in order; a heading has no figures.</summary>
    /// <param name="name">The name as <see cref="FigureReference"/> describes it.</param>
    /// <param name="table">The table to look in, from 1; null for all.</param>
    /// <param name="years">By how many years the document is later than the one that the name is from.</param>
    /// <param name="isSaved">Whether it is from another document, where its caption may have had another mark or number.</param>
    internal IReadOnlyList<(PublishedTable Table, PublishedLine Line)> Find(string name, int? table, int years = 0, bool isSaved = false)
    {
        if (years != 0 && CaptionText.YearsOn(name, years) is var later && later != name && Find(later, table, isSaved: isSaved) is { Count: > 0 } found)
        {
            return found;
        }

        var lines = table is null ? _lines : _lines.Where(line => line.Number == table);
        if (Place(name) is { } place)
        {
            return [.. lines.Where(line => line.Line.Place.Line == place && line.Line.Figures.Count > 0).Select(line => (line.Table, line.Line))];
        }

        var below = name.LastIndexOf(" > ", StringComparison.Ordinal);
        if (below > 0)
        {
            var heading = Matching(lines, name[..below], withFigures: false, isSaved);
            return heading.Count == 0
                ? []
                : [.. Numbered(lines.SkipWhile(line => !ReferenceEquals(line.Line, heading[0].Line)).Skip(1), name[(below + 3)..], isSaved).Take(1)];
        }

        return Numbered(lines, name, isSaved);
    }

    /// <summary>The lines with figures from one to another, both included; empty where they are not in this order in one table.</summary>
    internal IReadOnlyList<(PublishedTable Table, PublishedLine Line)> Range(PublishedLine from, PublishedLine through)
    {
        var (start, end) = (_lines.FindIndex(line => ReferenceEquals(line.Line, from)), _lines.FindIndex(line => ReferenceEquals(line.Line, through)));
        return start < 0 || end < start || _lines[start].Table != _lines[end].Table
            ? []
            : [.. _lines[start..(end + 1)].Where(line => line.Line.Figures.Count > 0).Select(line => (line.Table, line.Line))];
    }

    /// <summary>Every line with figures.</summary>
    internal IEnumerable<(PublishedTable Table, PublishedLine Line)> All(int? table) =>
        _lines.Where(line => line.Line.Figures.Count > 0 && (table is null || line.Number == table)).Select(line => (line.Table, line.Line));

    /// <summary>The captions of lines with figures, for a message.</summary>
    internal IEnumerable<string> Nearest(string name)
    {
        var words = CaptionText.Fold(name).Split(' ');
        var place = Place(name);
        return _lines.Where(line => line.Line.Figures.Count > 0)
            .OrderByDescending(line => place is null ? line.Captions[0].Split(' ').Intersect(words).Count() : -Math.Abs(line.Line.Place.Line - place.Value))
            .Take(3)
            .Select(line => $"'{line.Line.Caption}' ({line.Line.Place})");
    }

    /// <summary>The line of the document that a name as <c>@12</c> tells; null for a caption.</summary>
    internal static int? Place(string name) =>
        name.StartsWith('@') && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;

    /// <summary>The latest year that a caption or heading names; 0 where none does.</summary>
    internal int LatestYear => _lines.SelectMany(line => line.Captions).Concat(_lines.SelectMany(line => line.Table.Columns)).Select(CaptionText.LatestYear).DefaultIfEmpty().Max();

    /// <summary>The number of a column from 0; null where the table has none of that heading.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">Its heading or number.</param>
    /// <param name="years">By how many years the document is later than the one that the name is from.</param>
    internal static int? Column(PublishedTable table, string name, int years = 0)
    {
        if (years != 0 && CaptionText.YearsOn(name, years) is var later && later != name && Column(table, later) is { } found)
        {
            return found;
        }

        if (name.StartsWith('#') && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number >= 1 && number <= table.Columns.Count ? number - 1 : null;
        }

        var folded = CaptionText.Fold(name);
        var headings = table.Columns.Select((heading, index) => (Heading: CaptionText.Fold(heading), index)).ToList();
        var same = headings.Where(pair => pair.Heading == folded).ToList();
        same = same.Count > 0 ? same : [.. headings.Where(pair => pair.Heading.Contains(folded, StringComparison.Ordinal))];
        return same.Count == 1 ? same[0].index : null;
    }

    private List<(PublishedTable Table, PublishedLine Line)> Numbered(
        IEnumerable<(PublishedTable Table, int Number, PublishedLine Line, string[] Captions)> lines, string name, bool isSaved)
    {
        var mark = name.LastIndexOf(" #", StringComparison.Ordinal);
        if (mark > 0 && int.TryParse(name.AsSpan(mark + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return [.. Matching(lines, name[..mark], withFigures: true, isSaved).Skip(number - 1).Take(1)];
        }

        return Matching(lines, name, withFigures: true, isSaved);
    }

    // The caption itself; else the same but for its years, as next year's document prints it; else, of what was saved
    // from another document, the one that differs in a mark.
    private List<(PublishedTable Table, PublishedLine Line)> Matching(
        IEnumerable<(PublishedTable Table, int Number, PublishedLine Line, string[] Captions)> lines, string name, bool withFigures, bool isSaved)
    {
        // A star would fold away as a note marker.
        var folded = CaptionText.Fold(name.Replace('*', AnyText));
        var pattern = folded.Contains(AnyText, StringComparison.Ordinal)
            ? new Regex($"^{Regex.Escape(folded).Replace(AnyText.ToString(), ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)
            : null;
        var candidates = lines.Where(line => line.Line.Figures.Count > 0 || !withFigures);
        var exact = Known(candidates, caption => pattern?.IsMatch(caption) ?? caption == folded);
        if (exact.Count > 0)
        {
            return exact;
        }

        var timeless = CaptionText.WithoutYears(folded);
        var known = Known(candidates, caption => CaptionText.WithoutYears(caption) == timeless);
        return known.Count > 0 || pattern is not null || !isSaved ? known
            : Known(candidates, caption => CaptionText.IsAlikeButForMark(CaptionText.WithoutYears(caption), timeless, _marks));
    }

    private static List<(PublishedTable Table, PublishedLine Line)> Known(
        IEnumerable<(PublishedTable Table, int Number, PublishedLine Line, string[] Captions)> lines, Predicate<string> isMeant) =>
        [.. lines.Where(line => Array.Exists(line.Captions, isMeant)).Select(line => (line.Table, line.Line))];

    // A caption wrapped over two lines is also known joined with the amountless line above it.
    private static string[] Captions(PublishedTable table, int index)
    {
        var caption = CaptionText.Fold(table.Lines[index].Caption);
        return index > 0 && table.Lines[index - 1].Figures.Count == 0
            ? [caption, $"{CaptionText.Fold(table.Lines[index - 1].Caption)} {caption}"]
            : [caption];
    }
}

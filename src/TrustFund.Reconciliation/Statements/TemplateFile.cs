using System.Text.Json;
using NodaTime.Text;

namespace TrustFund.Reconciliation.Statements;

/// <summary>Reads statement templates from their JSON files, and gives those that ship with the library.</summary>
public static class TemplateFile
{
    private const string Format = "trustfund.template/1";
    private const string ResourcePrefix = "Templates/";

    private static readonly Dictionary<string, AccountType> Types = new(StringComparer.Ordinal)
    {
        ["asset"] = AccountType.Asset,
        ["liability"] = AccountType.Liability,
        ["net assets"] = AccountType.NetAssets,
        ["revenue"] = AccountType.Revenue,
        ["expense"] = AccountType.Expense,
    };

    private static readonly Dictionary<string, RestatementNature> Natures = new(StringComparer.Ordinal)
    {
        ["error"] = RestatementNature.Error,
        ["policy-change"] = RestatementNature.PolicyChange,
        ["initial-application"] = RestatementNature.InitialApplication,
        ["reclassification"] = RestatementNature.Reclassification,
    };

    private static readonly Dictionary<string, Measure> Measures = new(StringComparer.Ordinal)
    {
        ["movement"] = Measure.Movement,
        ["opening"] = Measure.Opening,
        ["closing"] = Measure.Closing,
        ["reported-opening"] = Measure.ReportedOpening,
        ["opening-restatement"] = Measure.OpeningRestatement,
        ["restatement"] = Measure.Restatement,
        ["direct"] = Measure.Direct,
        ["transfer"] = Measure.Transfer,
    };

    private static readonly Dictionary<string, ColumnFund> Funds = new(StringComparer.Ordinal)
    {
        ["own"] = ColumnFund.Own,
        ["each"] = ColumnFund.Each,
        ["eliminations"] = ColumnFund.Eliminations,
    };

    private static readonly Dictionary<string, EntryClass> Classes = new(StringComparer.Ordinal)
    {
        ["all"] = EntryClass.All,
        ["unadjusted"] = EntryClass.Unadjusted,
        ["adjusting"] = EntryClass.Adjusting,
    };

    private static readonly Dictionary<string, Side> Sides = new(StringComparer.Ordinal)
    {
        ["debit"] = Side.Debit,
        ["credit"] = Side.Credit,
    };

    private static readonly Dictionary<string, RelationKind> Relations = new(StringComparer.Ordinal)
    {
        ["total"] = RelationKind.Total,
        ["difference"] = RelationKind.Difference,
        ["roll-forward"] = RelationKind.RollForward,
        ["equality"] = RelationKind.Equality,
    };

    private static readonly Dictionary<string, RoundingRule> Roundings = new(StringComparer.Ordinal)
    {
        ["half-away-from-zero"] = RoundingRule.HalfAwayFromZero,
        ["half-to-even"] = RoundingRule.HalfToEven,
    };

    /// <summary>The names of the templates that ship with the library, in order.</summary>
    public static IReadOnlyList<string> BuiltInNames { get; } =
        [.. typeof(TemplateFile).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Select(name => name[ResourcePrefix.Length..^".json".Length])
            .Order(StringComparer.Ordinal)];

    /// <summary>A template that ships with the library.</summary>
    /// <param name="name">One of <see cref="BuiltInNames"/>.</param>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public static StatementTemplate BuiltIn(string name) => Read(BuiltInBytes(name), name).Template
        ?? throw new InvalidOperationException($"The template '{name}' that ships with the library is at fault.");

    /// <summary>The file of a template that ships with the library, to be kept with what is made by it.</summary>
    /// <param name="name">One of <see cref="BuiltInNames"/>.</param>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public static byte[] BuiltInBytes(string name)
    {
        using var stream = typeof(TemplateFile).Assembly.GetManifestResourceStream($"{ResourcePrefix}{name}.json")
            ?? throw new KeyNotFoundException($"There is no template '{name}'; there are {string.Join(", ", BuiltInNames)}.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Reads a template file; every fault of it is a problem, none an exception.</summary>
    /// <param name="json">The bytes of the file: JSON, UTF-8.</param>
    /// <param name="source">The file's name for problems.</param>
    public static TemplateReading Read(ReadOnlySpan<byte> json, string source)
    {
        TemplateJson? file;
        try
        {
            file = JsonSerializer.Deserialize(WithoutMark(json), TemplateJsonContext.Default.TemplateJson);
        }
        catch (JsonException exception)
        {
            var place = new TextPlace(checked((int)(exception.LineNumber ?? 0)) + 1, checked((int)(exception.BytePositionInLine ?? 0)) + 1);
            var found = exception.Path is { Length: > 1 } path ? $"a fault at {path[2..]}" : "no JSON";
            return new TemplateReading(null, [new ReadingProblem(source, place, found, "a statement template",
                "See the template section of the README for its members; a member that is not listed there is refused.")]);
        }

        var faults = new List<string>();
        var template = file is null ? null : Build(file, faults);
        return faults.Count == 0 && template is not null
            ? new TemplateReading(template, [])
            : new TemplateReading(null, [.. faults.DefaultIfEmpty("the file says null").Select(fault => new ReadingProblem(
                source, new TextPlace(1, 1), fault, "a statement template", "Correct it in the template file."))]);
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;

    private static StatementTemplate? Build(TemplateJson file, List<string> faults)
    {
        if (file.Format != Format)
        {
            faults.Add($"format is '{file.Format}', not '{Format}'");
        }

        var rounding = Word(Roundings, file.Rounding, "rounding", faults);
        if (file.Style.Negative is not ("parentheses" or "minus"))
        {
            faults.Add($"style.negative is '{file.Style.Negative}', not 'parentheses' or 'minus'");
        }

        var lines = file.Lines.Select((line, index) => Line(line, index, faults)).ToList();
        var columns = file.Columns.Select((column, index) => Column(column, index, faults)).ToList();
        var notes = file.Notes.Select(note => Note(note, faults)).ToList();
        if (string.IsNullOrWhiteSpace(file.Name))
        {
            faults.Add("it has no name");
        }

        if (faults.Count > 0)
        {
            return null;
        }

        try
        {
            return new StatementTemplate(
                file.Name!, file.Version, file.Title, file.UnitLine, file.Unit, file.Decimals, rounding, Style(file.Style),
                columns, lines, notes);
        }
        catch (TemplateException exception)
        {
            faults.AddRange(exception.Faults);
            return null;
        }
    }

    private static HouseStyle Style(TemplateJson.StyleJson style) => new()
    {
        Thousands = style.Thousands,
        DecimalMark = style.DecimalMark,
        Nil = style.Nil,
        RoundsToNil = style.RoundsToNil ?? style.Nil,
        NegativeInParentheses = style.Negative == "parentheses",
        NotePrefix = style.NotePrefix,
        NoteThousands = style.NoteThousands,
        DatePattern = style.Date,
        NamesWithArticle = style.NamesWithArticle,
        CashWords = style.CashWords,
    };

    private static TemplateLine Line(TemplateJson.LineJson line, int index, List<string> faults)
    {
        var name = line.Id ?? FormattableString.Invariant($"number {index + 1}");
        if (string.IsNullOrWhiteSpace(line.Caption))
        {
            faults.Add($"line '{name}' has no caption");
        }

        if (line.Id is null && (line.Accounts.Count + line.Types.Count + line.Add.Count + line.Less.Count > 0))
        {
            faults.Add($"line '{name}' has an amount but no id");
        }

        return new TemplateLine
        {
            Id = line.Id,
            Caption = line.Caption ?? "",
            Aliases = line.Aliases,
            Accounts = Selector(line.Accounts, line.Types, $"line '{name}'", faults),
            Measure = Word(Measures, line.Measure, $"measure of line '{name}'", faults),
            Positive = Word(Sides, line.Positive, $"positive side of line '{name}'", faults),
            Add = line.Add,
            Less = line.Less,
            Relation = line.Relation is null
                ? (line.Less.Count > 0 ? RelationKind.Difference : RelationKind.Total)
                : Word(Relations, line.Relation, $"relation of line '{name}'", faults),
            EqualTo = line.EqualTo,
            IsUnmatched = line.Unmatched,
            Note = line.Note,
            IsRestatement = line.Restatement,
            IsOptional = line.Optional,
            Nature = line.Nature is null ? null : Word(Natures, line.Nature, $"nature of line '{name}'", faults),
            Indent = line.Indent,
        };
    }

    private static TemplateColumn Column(TemplateJson.ColumnJson column, int index, List<string> faults)
    {
        var name = FormattableString.Invariant($"column '{column.Id ?? $"number {index + 1}"}'");
        var knownAt = column.KnownAt is null ? null : InstantPattern.ExtendedIso.Parse(column.KnownAt);
        if (knownAt is { Success: false })
        {
            faults.Add($"{name} is as known at '{column.KnownAt}', which is no instant such as 2017-03-31T12:00:00Z");
        }

        return new TemplateColumn(column.Heading, column.YearsBefore)
        {
            Id = column.Id,
            Fund = Word(Funds, column.Fund, $"fund of {name}", faults),
            Accounts = Selector(column.Accounts, column.Types, name, faults),
            Entries = Word(Classes, column.Entries, $"entries of {name}", faults),
            AsRestated = column.AsRestated,
            KnownAt = knownAt is { Success: true } ? knownAt.Value : null,
            Add = column.Add,
            Less = column.Less,
        };
    }

    private static AccountSelector? Selector(
        IReadOnlyList<string> accounts, IReadOnlyList<string> typeWords, string name, List<string> faults)
    {
        if (accounts.Count + typeWords.Count == 0)
        {
            return null;
        }

        var types = typeWords.Select(type => Word(Types, type, $"type of {name}", faults)).ToList();
        try
        {
            return new AccountSelector(accounts, types);
        }
        catch (FormatException exception)
        {
            faults.Add($"{name}: {exception.Message}");
            return null;
        }
    }

    private static TemplateNote Note(TemplateJson.NoteJson note, List<string> faults)
    {
        if (string.IsNullOrWhiteSpace(note.Marker))
        {
            faults.Add("a note has no marker");
        }

        if (note.By is not (null or "donor"))
        {
            faults.Add($"note '{note.Marker}' is by '{note.By}'; only 'donor' is known");
        }

        return new TemplateNote(note.Marker ?? "", note.Text, note.By == "donor");
    }

    private static TValue Word<TValue>(Dictionary<string, TValue> words, string word, string what, List<string> faults)
    {
        if (words.TryGetValue(word, out var value))
        {
            return value;
        }

        faults.Add($"the {what} is '{word}'; it can be {string.Join(", ", words.Keys)}");
        return default!;
    }
}

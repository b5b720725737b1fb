using System.Globalization;
using System.Text.Json;

namespace TrustFund.Reconciliation.Statements;

/// <summary>The members of a relations file, each checked; every fault is gathered, and a member not known is one.</summary>
internal sealed class RelationsJson(JsonFaults faults)
{
    private const decimal PerCent = 100;
    private const int MostShown = 40;
    private const string Members = "format, title, year, rounding, nil, currency, opening, closing, restatements, veto or relations";
    private const string RelationMembers = "id, kind, basis, because, table, by, columns, lines, target, add, less, of, times, over, part, whole, rate, constant, roundedTo or asPrinted";

    private static readonly Dictionary<string, RelationKind> Kinds = new(StringComparer.Ordinal)
    {
        ["total"] = RelationKind.Total,
        ["difference"] = RelationKind.Difference,
        ["roll-forward"] = RelationKind.RollForward,
        ["note"] = RelationKind.Note,
        ["cross-foot"] = RelationKind.CrossFoot,
        ["row-identity"] = RelationKind.RowIdentity,
        ["equality"] = RelationKind.Equality,
        ["rate"] = RelationKind.Rate,
        ["share"] = RelationKind.Share,
        ["product"] = RelationKind.Product,
    };

    private static readonly Dictionary<string, RoundingRule> Roundings = new(StringComparer.Ordinal)
    {
        ["nearest"] = RoundingRule.NearestUndeclared,
        ["half-away-from-zero"] = RoundingRule.HalfAwayFromZero,
        ["half-to-even"] = RoundingRule.HalfToEven,
    };

    /// <summary>The basis of a relation that was found in a document and saved.</summary>
    internal const string Discovered = "discovered";

    /// <summary>The constant of a relation that declares none: none of a sum, and the factor of a share in per cent or of a product.</summary>
    internal static decimal ConstantOf(RelationKind kind) => kind switch
    {
        RelationKind.Share => PerCent,
        RelationKind.Product => 1,
        _ => 0,
    };

    /// <summary>The name of a kind; continuity is an equality to a file, since it names both figures.</summary>
    internal static string NameOf(RelationKind kind) => Kinds.FirstOrDefault(pair => pair.Value == kind).Key ?? "equality";

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private string _where = "";

    internal DeclaredRelations Read(JsonElement file, string format)
    {
        if (file.ValueKind != JsonValueKind.Object)
        {
            faults.Add(file, Shown(file), "an object with the members of a relations file");
            return new DeclaredRelations();
        }

        var (rounding, nilIsExact, currency) = (RoundingRule.NearestUndeclared, false, (string?)null);
        var (relations, veto) = (new List<DeclaredRelation>(), new List<string>());
        var (opening, closing) = ((FigureReference?)null, (FigureReference?)null);
        var (restatements, hasFormat, year) = (new List<FigureReference>(), false, 0m);
        foreach (var member in file.EnumerateObject())
        {
            _where = member.Name;
            switch (member.Name)
            {
                case "format":
                    hasFormat = true;
                    if (Text(member.Value) is { } found && found != format)
                    {
                        faults.Add(member.Value, $"the format '{found}'", $"'{format}'");
                    }

                    break;
                case "title":
                    Text(member.Value);
                    break;
                case "year":
                    year = Number(member.Value) ?? 0;
                    if (year is < 1900 or > 2099 || year != decimal.Truncate(year))
                    {
                        faults.Add(member.Value, $"the year {Shown(member.Value)}", "a year from 1900 to 2099");
                    }

                    break;
                case "rounding":
                    rounding = Word(Roundings, member.Value);
                    break;
                case "nil":
                    nilIsExact = Word(new Dictionary<string, bool>(StringComparer.Ordinal) { ["nil"] = true, ["rounded"] = false }, member.Value);
                    break;
                case "currency":
                    currency = Text(member.Value);
                    if (currency is not null && !Currency.TryParse(currency, out _))
                    {
                        faults.Add(member.Value, $"the currency '{currency}'", "an ISO 4217 code such as USD");
                    }

                    break;
                case "opening":
                    opening = Reference(member.Value);
                    break;
                case "closing":
                    closing = Reference(member.Value);
                    break;
                case "restatements":
                    restatements.AddRange(References(member.Value));
                    break;
                case "veto":
                    veto.AddRange(Texts(member.Value));
                    break;
                case "relations":
                    foreach (var (number, element) in Items(member.Value).Index())
                    {
                        _where = FormattableString.Invariant($"relation {number + 1}");
                        if (Relation(element) is { } relation)
                        {
                            relations.Add(relation);
                        }
                    }

                    break;
                default:
                    faults.Add(member, $"a member '{member.Name}'", Members);
                    break;
            }
        }

        if (!hasFormat)
        {
            faults.Add(file, "no format", $"'{format}'");
        }

        return new DeclaredRelations
        {
            Year = (int)year,
            Rounding = rounding,
            NilIsExact = nilIsExact,
            Currency = currency,
            Relations = relations,
            Veto = veto,
            Opening = opening,
            Closing = closing,
            Restatements = restatements,
        };
    }

    private DeclaredRelation? Relation(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add(element, $"{Shown(element)} as {_where}", "an object");
            return null;
        }

        if (element.TryGetProperty("id", out var name) && name.ValueKind == JsonValueKind.String)
        {
            _where += $" ('{name.GetString()}')";
            if (!_ids.Add(name.GetString()!))
            {
                faults.Add(name, $"the id '{name.GetString()}' a second time", "each id once, since relations are vetoed and reported by it");
            }
        }

        var before = faults.Problems.Count;
        var terms = new List<DeclaredTerm>();
        var draft = new DeclaredRelation { Target = new FigureReference(), Terms = terms };
        decimal? rate = null;
        var byColumn = (bool?)null;
        foreach (var member in element.EnumerateObject())
        {
            switch (member.Name)
            {
                case "id":
                    draft = draft with { Id = Text(member.Value) };
                    break;
                case "kind":
                    draft = draft with { Kind = Word(Kinds, member.Value) };
                    break;
                case "basis":
                    draft = draft with { IsSaved = Word(new Dictionary<string, bool>(StringComparer.Ordinal) { ["declared"] = false, [Discovered] = true }, member.Value) };
                    break;
                case "because":
                    draft = draft with { Because = Text(member.Value) };
                    break;
                case "table":
                    draft = draft with { Table = Ordinal(member.Value) };
                    break;
                case "by":
                    byColumn = Word(new Dictionary<string, bool>(StringComparer.Ordinal) { ["line"] = false, ["column"] = true }, member.Value);
                    break;
                case "columns":
                    draft = draft with { Columns = [.. Texts(member.Value)] };
                    break;
                case "lines":
                    draft = draft with { Lines = [.. References(member.Value)] };
                    break;
                case "target":
                    draft = draft with { Target = Reference(member.Value) ?? draft.Target };
                    break;
                case "add" or "of" or "times" or "part":
                    terms.AddRange(References(member.Value).Select(reference => new DeclaredTerm(reference, 1)));
                    break;
                case "less" or "over" or "whole":
                    terms.AddRange(References(member.Value).Select(reference => new DeclaredTerm(reference, -1)));
                    break;
                case "rate":
                    rate = Rate(member.Value);
                    break;
                case "constant":
                    draft = draft with { Constant = Number(member.Value) ?? 0 };
                    break;
                case "roundedTo":
                    draft = draft with { RoundedTo = Number(member.Value) ?? 0 };
                    if (draft.RoundedTo < 0)
                    {
                        faults.Add(member.Value, $"{Shown(member.Value)} for roundedTo in {_where}", "a unit above 0");
                    }

                    break;
                case "asPrinted":
                    draft = draft with { AsPrinted = Flag(member.Value) };
                    break;
                default:
                    faults.Add(member, $"a member '{member.Name}' in {_where}", RelationMembers);
                    break;
            }
        }

        if (draft.Target.Name is null)
        {
            faults.Add(element, $"{_where} without a target", "the member target: what its terms come to");
        }

        if (terms.Count == 0)
        {
            faults.Add(element, $"{_where} without terms", "figures, by add, less, of, part, whole, times or over");
        }

        if ((byColumn ?? draft.Kind == RelationKind.RowIdentity)
            && terms.Select(term => term.Reference).Concat(draft.Lines).Append(draft.Target).Any(reference => reference.Note is not null))
        {
            faults.Add(element, $"{_where}, which goes by columns, with a note", "headings: a note has no columns");
        }

        if (draft.Kind == RelationKind.Rate != rate.HasValue)
        {
            faults.Add(element, $"{_where} of kind {NameOf(draft.Kind)} with{(rate.HasValue ? "" : "out")} the member rate", "a rate in relations of kind rate, and in no other");
        }

        return faults.Problems.Count > before ? null : Finished(draft, rate, byColumn);
    }

    private static DeclaredRelation Finished(DeclaredRelation draft, decimal? rate, bool? byColumn) => draft with
    {
        IsByColumn = byColumn ?? draft.Kind == RelationKind.RowIdentity,
        Terms = rate is { } by ? [.. draft.Terms.Select(term => term with { Coefficient = term.Coefficient * by })] : draft.Terms,
        Constant = draft.Constant != 0 ? draft.Constant : ConstantOf(draft.Kind),
    };

    private bool Flag(JsonElement element)
    {
        if (element.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            faults.Add(element, $"{Shown(element)} in {_where}", "true or false");
        }

        return element.ValueKind == JsonValueKind.True;
    }

    private IEnumerable<JsonElement> Items(JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [element];

    private IEnumerable<FigureReference> References(JsonElement element) => Items(element).Select(Reference).OfType<FigureReference>();

    private IEnumerable<string> Texts(JsonElement element) => Items(element).Select(Text).OfType<string>();

    private FigureReference? Reference(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return Text(element) is { } name ? FigureReference.To(name) : null;
        }

        var reference = new FigureReference();
        foreach (var member in element.EnumerateObject())
        {
            reference = member.Name switch
            {
                "line" or "from" or "name" => reference with { Name = Text(member.Value) },
                "through" => reference with { Through = Text(member.Value) },
                "column" => reference with { Column = Text(member.Value) },
                "note" => reference with { Note = Text(member.Value) },
                _ => Unknown(reference, member),
            };
        }

        if (reference.Name is null == reference.Note is null)
        {
            faults.Add(element, $"a reference to {(reference.Name is null ? "neither a line nor a note" : "both a line and a note")} in {_where}", "one of the two");
            return null;
        }

        return reference;
    }

    private FigureReference Unknown(FigureReference reference, JsonProperty member)
    {
        faults.Add(member, $"a reference with a member '{member.Name}' in {_where}", "line, from, through, column or note");
        return reference;
    }

    private string? Text(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(element.GetString()))
        {
            return element.GetString();
        }

        faults.Add(element, $"{(element.ValueKind == JsonValueKind.String ? "an empty text" : Shown(element))} in {_where}", "a text");
        return null;
    }

    private decimal? Number(JsonElement element)
    {
        var text = element.ValueKind == JsonValueKind.String ? element.GetString() : Shown(element);
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        faults.Add(element, $"'{text}' in {_where}", "a number");
        return null;
    }

    private int? Ordinal(JsonElement element)
    {
        if (Number(element) is not { } number)
        {
            return null;
        }

        if (number >= 1 && number <= int.MaxValue && number == decimal.Truncate(number))
        {
            return (int)number;
        }

        faults.Add(element, $"the table {Shown(element)} in {_where}", "its number, counted from 1");
        return null;
    }

    // "13%" and "13 per cent" are 0.13.
    private decimal? Rate(JsonElement element)
    {
        var text = element.ValueKind == JsonValueKind.String ? element.GetString()! : Shown(element);
        var bare = text.Replace("per cent", "%", StringComparison.Ordinal).Trim();
        var isPerCent = bare.EndsWith('%');
        if (decimal.TryParse(bare.TrimEnd('%').Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var stated)
            && (isPerCent ? stated / PerCent : stated) is var rate && rate != 0)
        {
            return rate;
        }

        faults.Add(element, $"the rate '{text}' in {_where}", "a rate such as '13%' or 0.13");
        return null;
    }

    // As it is written, cut where it is long: an array may be the whole file.
    private static string Shown(JsonElement element) =>
        element.GetRawText() is { Length: > MostShown } text ? text[..MostShown] + "..." : element.GetRawText();

    private TValue Word<TValue>(Dictionary<string, TValue> words, JsonElement element)
    {
        if (Text(element) is { } word)
        {
            if (words.TryGetValue(word, out var value))
            {
                return value;
            }

            faults.Add(element, $"'{word}' in {_where}", $"one of {string.Join(", ", words.Keys)}");
        }

        return default!;
    }
}

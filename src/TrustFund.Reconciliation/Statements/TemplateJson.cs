using System.Text.Json.Serialization;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// The JSON file of a template as it is written, before it is checked. Settable, since generated
/// readers overwrite the defaults of init-only members.
/// </summary>
internal sealed record TemplateJson
{
    public string? Format { get; set; }

    public string? Name { get; set; }

    public int Version { get; set; } = 1;

    public string Title { get; set; } = "";

    public string UnitLine { get; set; } = "";

    public decimal Unit { get; set; } = 1;

    public int Decimals { get; set; }

    public string Rounding { get; set; } = "half-away-from-zero";

    public StyleJson Style { get; set; } = new();

    public IReadOnlyList<ColumnJson> Columns { get; set; } = [new()];

    public IReadOnlyList<LineJson> Lines { get; set; } = [];

    public IReadOnlyList<NoteJson> Notes { get; set; } = [];

    internal sealed record StyleJson
    {
        public string Thousands { get; set; } = " ";

        public string DecimalMark { get; set; } = ".";

        public string Nil { get; set; } = "–";

        public string? RoundsToNil { get; set; }

        public string Negative { get; set; } = "parentheses";

        public string NotePrefix { get; set; } = "";

        public string NoteThousands { get; set; } = ",";

        public string Date { get; set; } = "d MMMM uuuu";

        public IReadOnlyList<string> NamesWithArticle { get; set; } = [];

        public IReadOnlyList<string> CashWords { get; set; } = [];
    }

    internal sealed record ColumnJson
    {
        public string Heading { get; set; } = "";

        public int YearsBefore { get; set; }

        public string? Id { get; set; }

        public string Fund { get; set; } = "own";

        public IReadOnlyList<string> Accounts { get; set; } = [];

        public IReadOnlyList<string> Types { get; set; } = [];

        public string Entries { get; set; } = "all";

        public bool AsRestated { get; set; }

        public string? KnownAt { get; set; }

        public IReadOnlyList<string> Add { get; set; } = [];

        public IReadOnlyList<string> Less { get; set; } = [];
    }

    internal sealed record LineJson
    {
        public string? Id { get; set; }

        public string? Caption { get; set; }

        public IReadOnlyList<string> Aliases { get; set; } = [];

        public IReadOnlyList<string> Accounts { get; set; } = [];

        public IReadOnlyList<string> Types { get; set; } = [];

        public string Measure { get; set; } = "movement";

        public string Positive { get; set; } = "credit";

        public IReadOnlyList<string> Add { get; set; } = [];

        public IReadOnlyList<string> Less { get; set; } = [];

        public string? Relation { get; set; }

        public string? Note { get; set; }

        public string? EqualTo { get; set; }

        public bool Unmatched { get; set; }

        public bool Restatement { get; set; }

        public bool Optional { get; set; }

        public string? Nature { get; set; }

        public int Indent { get; set; }
    }

    internal sealed record NoteJson
    {
        public string? Marker { get; set; }

        public string Text { get; set; } = "";

        public string? By { get; set; }
    }
}

/// <summary>Reads <see cref="TemplateJson"/> without reflection; a member it does not know is a fault.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(TemplateJson))]
internal sealed partial class TemplateJsonContext : JsonSerializerContext;

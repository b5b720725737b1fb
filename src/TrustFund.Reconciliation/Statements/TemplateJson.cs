using System.Text.Json.Serialization;

namespace TrustFund.Reconciliation.Statements;

/// <summary>The JSON file of a template as it is written, before it is checked.</summary>
internal sealed record TemplateJson
{
    public string? Format { get; init; }

    public string? Name { get; init; }

    public int Version { get; init; } = 1;

    public string Title { get; init; } = "";

    public string UnitLine { get; init; } = "";

    public decimal Unit { get; init; } = 1;

    public int Decimals { get; init; }

    public string Rounding { get; init; } = "half-away-from-zero";

    public StyleJson Style { get; init; } = new();

    public IReadOnlyList<ColumnJson> Columns { get; init; } = [new()];

    public IReadOnlyList<LineJson> Lines { get; init; } = [];

    public IReadOnlyList<NoteJson> Notes { get; init; } = [];

    internal sealed record StyleJson
    {
        public string Thousands { get; init; } = " ";

        public string DecimalMark { get; init; } = ".";

        public string Nil { get; init; } = "–";

        public string? RoundsToNil { get; init; }

        public string Negative { get; init; } = "parentheses";

        public string NotePrefix { get; init; } = "";

        public string NoteThousands { get; init; } = ",";

        public string Date { get; init; } = "d MMMM uuuu";

        public IReadOnlyList<string> NamesWithArticle { get; init; } = [];

        public IReadOnlyList<string> CashWords { get; init; } = [];
    }

    internal sealed record ColumnJson
    {
        public string Heading { get; init; } = "";

        public int YearsBefore { get; init; }
    }

    internal sealed record LineJson
    {
        public string? Id { get; init; }

        public string? Caption { get; init; }

        public IReadOnlyList<string> Aliases { get; init; } = [];

        public IReadOnlyList<string> Accounts { get; init; } = [];

        public IReadOnlyList<string> Types { get; init; } = [];

        public string Measure { get; init; } = "movement";

        public string Positive { get; init; } = "credit";

        public IReadOnlyList<string> Add { get; init; } = [];

        public IReadOnlyList<string> Less { get; init; } = [];

        public string? Relation { get; init; }

        public string? Note { get; init; }

        public int Indent { get; init; }
    }

    internal sealed record NoteJson
    {
        public string? Marker { get; init; }

        public string Text { get; init; } = "";

        public string? By { get; init; }
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

using System.Text.Json;

namespace TrustFund.Storage;

/// <summary>
/// The state of books at one time, small enough to keep outside them: on paper, in a letter, with an
/// auditor. Books that hold these hashes today held everything then that they hold now for that time;
/// nobody can rewrite them without showing.
/// </summary>
/// <param name="Head">The end of the journal.</param>
/// <param name="Events">The end of the chain of events.</param>
/// <param name="Root">The Merkle root over the journal: see <see cref="MerkleTree"/>.</param>
public sealed record Checkpoint(JournalHead Head, JournalHead Events, Sha256Hash Root)
{
    private const string Format = "trustfund.checkpoint/1";

    /// <summary>The checkpoint as a small JSON document, the same on every machine.</summary>
    public string ToJson() => FormattableString.Invariant(
        $$"""
        {
          "format": "{{Format}}",
          "entries": {{Head.Sequence}},
          "head": "{{Head.Hash}}",
          "events": {{Events.Sequence}},
          "eventsHead": "{{Events.Hash}}",
          "root": "{{Root}}"
        }

        """).ReplaceLineEndings("\n");

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The document.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static Checkpoint Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var members = document.RootElement;
            if (members.GetProperty("format").GetString() != Format)
            {
                throw new FormatException($"The format is not {Format}.");
            }

            return new Checkpoint(
                new JournalHead(JsonMembers.Whole(members, "entries"), Hash(members, "head")),
                new JournalHead(JsonMembers.Whole(members, "events"), Hash(members, "eventsHead")),
                Hash(members, "root"));
        }
        catch (JsonException exception)
        {
            throw new FormatException($"It is no checkpoint of the format {Format}: {JsonMembers.PlaceOf(exception)}.", exception);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"It is no checkpoint of the format {Format}: a member is missing, or of another kind.", exception);
        }
    }

    private static Sha256Hash Hash(JsonElement members, string name) => Sha256Hash.Parse(members.GetProperty(name).GetString() ?? "");
}

using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;

namespace TrustFund.Storage;

/// <summary>
/// Some entries of a journal with the proofs that they are of it, to be given to somebody who may not
/// see the others: a donor, an auditor of a donor. Who holds a checkpoint of the books can verify them.
/// </summary>
/// <param name="Entries">How many entries the journal had.</param>
/// <param name="Root">The Merkle root over it.</param>
/// <param name="Proofs">The entries shown.</param>
public sealed record ProvenEntries(long Entries, Sha256Hash Root, IReadOnlyList<InclusionProof> Proofs)
{
    private const string Format = "trustfund.proof/1";

    /// <summary>The entries that do not lead to the root: changed, or of other books. Empty where all do.</summary>
    public IEnumerable<PostedEntry> Unproven() => Proofs
        .Where(proof => proof.Entries != Entries || !LeadsToRoot(proof))
        .Select(proof => proof.Posted);

    /// <summary>A JSON document; the contents of each entry are its canonical bytes in base 64, from which all else follows.</summary>
    public string ToJson()
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("format", Format);
            writer.WriteNumber("entries", Entries);
            writer.WriteString("root", Root.ToString());
            writer.WriteStartArray("proofs");
            foreach (var proof in Proofs)
            {
                Write(writer, proof);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The document.</param>
    /// <exception cref="FormatException">It is none, or an entry in it could never have been posted.</exception>
    public static ProvenEntries Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var members = document.RootElement;
            if (members.GetProperty("format").GetString() != Format)
            {
                throw new FormatException($"The format is not {Format}.");
            }

            var entries = JsonMembers.Whole(members, "entries");
            return new ProvenEntries(entries, Hash(members, "root"), [.. members.GetProperty("proofs").EnumerateArray().Select(proof => Read(proof, entries))]);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"It is no proof of the format {Format}: {JsonMembers.PlaceOf(exception)}.", exception);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"It is no proof of the format {Format}: a member is missing, or of another kind.", exception);
        }
    }

    private bool LeadsToRoot(InclusionProof proof)
    {
        try
        {
            return proof.Root() == Root;
        }
        catch (ArgumentException)
        {
            // A path that is not as long as it should be leads nowhere.
            return false;
        }
    }

    private static void Write(Utf8JsonWriter writer, InclusionProof proof)
    {
        writer.WriteStartObject();
        writer.WriteNumber("sequence", proof.Posted.Sequence);
        writer.WriteString("recorded", InstantPattern.ExtendedIso.Format(proof.Posted.Recorded));
        writer.WriteString("hash", proof.Posted.Hash.ToString());
        writer.WriteString("previous", proof.Previous.ToString());
        writer.WriteString("contents", Convert.ToBase64String(CanonicalEncoding.Encode(proof.Posted.Entry)));
        writer.WriteStartArray("path");
        foreach (var hash in proof.Path)
        {
            writer.WriteStringValue(hash.ToString());
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static InclusionProof Read(JsonElement members, long entries)
    {
        var sequence = JsonMembers.Whole(members, "sequence");
        try
        {
            var entry = CanonicalEncoding.Decode(members.GetProperty("contents").GetBytesFromBase64());
            var posted = new PostedEntry(
                sequence, InstantPattern.ExtendedIso.Parse(members.GetProperty("recorded").GetString() ?? "").GetValueOrThrow(), Hash(members, "hash"), entry);
            return new InclusionProof(
                posted, Hash(members, "previous"), entries, [.. members.GetProperty("path").EnumerateArray().Select(hash => Sha256Hash.Parse(hash.GetString() ?? ""))]);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException or UnparsableValueException)
        {
            throw new FormatException(FormattableString.Invariant($"It is no proof of the format {Format}: an entry of the number {sequence} as it stands there was never posted."), exception);
        }
    }

    private static Sha256Hash Hash(JsonElement members, string name) => Sha256Hash.Parse(members.GetProperty(name).GetString() ?? "");
}

namespace TrustFund.Interchange;

/// <summary>The words for the natures of restatements.</summary>
internal static class RestatementNatureText
{
    private static readonly (string Word, RestatementNature Nature)[] Natures =
    [
        ("error", RestatementNature.Error),
        ("policy-change", RestatementNature.PolicyChange),
        ("initial-application", RestatementNature.InitialApplication),
        ("reclassification", RestatementNature.Reclassification),
    ];

    internal static string Words => string.Join(", ", Natures.Select(pair => pair.Word));

    internal static string? Of(RestatementNature? nature) => Array.Find(Natures, pair => pair.Nature == nature).Word;

    internal static RestatementNature? Read(ReadOnlySpan<char> text)
    {
        foreach (var (word, nature) in Natures)
        {
            if (text.SequenceEqual(word))
            {
                return nature;
            }
        }

        return null;
    }
}

namespace TrustFund.Reconciliation.Statements;

/// <summary>A template whose parts do not fit together.</summary>
public sealed class TemplateException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="template">The template's name.</param>
    /// <param name="faults">Every fault, in words.</param>
    public TemplateException(string template, IReadOnlyList<string> faults)
        : base($"Template {template}: {string.Join("; ", faults)}.") => Faults = [.. faults];

    /// <summary>Every fault, in words.</summary>
    public IReadOnlyList<string> Faults { get; }
}

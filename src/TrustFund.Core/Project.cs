namespace TrustFund;

/// <summary>
/// The project, grant or work breakdown element that a posting is for. The books hold its code only; it is a dimension of a posting.
/// </summary>
/// <param name="Code">Its code.</param>
public sealed record Project(Code<Project> Code);

namespace TrustFund.Interchange;

/// <summary>What can be wrong with a file as a file, and as a table of CSV.</summary>
internal static class FileComplaints
{
    internal static Complaint NoFolder { get; } = new(
        "no such folder", "a folder of CSV books", "Name the folder that holds journal.csv.");

    internal static Complaint NoFile { get; } = new(
        "no such file", "the file {0}", "Put the file there, or name another.");

    internal static Complaint NotOpened { get; } = new(
        "a file that cannot be opened", "a file that can be read",
        "Close it in other programs, and let it be read; a folder of this name is none.");

    internal static Complaint Empty { get; } = new(
        "an empty file", "a header row", "Write the names of the columns in the first row.");

    internal static Complaint NotUtf8 { get; } = new(
        "bytes that are not UTF-8", "text in UTF-8",
        "Save the file again in UTF-8; what follows was not read.");

    internal static Complaint Binary { get; } = new(
        "a NUL byte, which no text holds", "text in UTF-8",
        "Export the file as CSV in UTF-8: this one is damaged or of another kind. What follows was not read.");

    internal static Complaint RowTooLong { get; } = new(
        "a row of more than {0} characters", "a row of the table",
        "Look for a quote that is not closed, or a file of another kind; what follows was not read.");

    internal static Complaint QuoteNotClosed { get; } = new(
        "a quote that is not closed, or text after the one that closes the cell", "quoted cells as in RFC 4180",
        "Put the whole cell in quotes and double each quote inside it; what follows was not read.");

    internal static Complaint QuoteInside { get; } = new(
        "'{0}': a quote inside a cell that is not quoted as a whole", "quoted cells as in RFC 4180",
        "Put the whole cell in quotes, blanks included, and double each quote inside it.");

    internal static Complaint TooManyProblems { get; } = new(
        "{0} more problems", "a file of this kind", "Correct those told before first, and read the file again.");

    internal static Complaint OtherDelimiter { get; } = new(
        "{0} between the names of the columns", "commas",
        "Save the file with commas between the cells.");

    internal static Complaint UnknownColumn { get; } = new(
        "a column '{0}'", "the columns {1}",
        "Remove the column or correct its name; nothing is passed over in silence.");

    internal static Complaint ColumnTwice { get; } = new(
        "the column '{0}' a second time", "each column once", "Remove one of the two.");

    internal static Complaint ColumnMissing { get; } = new(
        "no column '{0}'", "the columns {1}",
        "Add the column; its cells may be empty where nothing is stated.");

    internal static Complaint CellCount { get; } = new(
        "{0} cells", "{1} cells, as in the header",
        "Add or remove commas; a comma inside a text needs the text in quotes.");

    internal static Complaint LineBreak { get; } = new(
        "'{0}': it holds a line break", "a text of one line", "Write the text in one line.");

    internal static Complaint ControlCharacter { get; } = new(
        "'{0}': it holds a control character ({1})", "a text without control characters",
        "Remove the character; it may be invisible in your editor.");

    internal static Complaint NotComposed { get; } = new(
        "'{0}': it is not in Unicode's composed form (NFC)", "a text in composed form",
        "Normalise the file to NFC: the same letters can be written in two ways, and the books keep one.");
}

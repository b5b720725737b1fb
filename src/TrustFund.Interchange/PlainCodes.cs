using System.Text;

namespace TrustFund.Interchange;

/// <summary>The accounts, funds or donors of a file by their codes in bytes, each with its place from 0.</summary>
internal sealed class PlainCodes<TItem>
    where TItem : class
{
    private readonly NumberedTexts _places = new();

    internal PlainCodes(IEnumerable<TItem> items, Func<TItem, string> code)
    {
        Items = [.. items];
        for (var place = 0; place < Items.Length; place++)
        {
            _places.TryAdd(Encoding.UTF8.GetBytes(code(Items[place])), place, out _);
        }
    }

    internal TItem[] Items { get; }

    /// <summary>The place of a code; -1 where there is none of it.</summary>
    internal int PlaceOf(ReadOnlySpan<byte> code) => _places.TryFind(code, out var place) ? place : -1;
}

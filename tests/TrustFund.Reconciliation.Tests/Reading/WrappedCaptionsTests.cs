namespace TrustFund.Reconciliation.Tests.Reading;

/// <summary>Captions that go on below are one caption, with the words of both lines.</summary>
public sealed class WrappedCaptionsTests
{
    private const string Head = "Estado\n\n                                                2011       2009\n\n";

    [Theory]
    [InlineData("Exceso (déficit) neto de los ingresos\n  respecto de los gastos                     (36 852)     41 459\nAjustes                                       (1 590)    (2 686)\n", "Exceso (déficit) neto de los ingresos respecto de los gastos")]
    [InlineData("Exceso (déficit) neto de los ingresos        (36 852)     41 459\nrespecto de los gastos\nAjustes de períodos anteriores                (1 590)    (2 686)\n", "Exceso (déficit) neto de los ingresos respecto de los gastos")]
    [InlineData("Verbindlichkeiten aus Lieferungen und\n  Leistungen an Dritte                        36 852      41 459\nSonstige                                        1 590       2 686\n", "Verbindlichkeiten aus Lieferungen und Leistungen an Dritte")]
    public void A_caption_goes_on_below(string lines, string caption) =>
        Document.Read(Head + lines).Figures.First().Caption.Should().Be(caption);

    [Theory]
    [InlineData("Gastos\n  salarios                                     36 852      41 459\n  viajes de todo el personal                    1 590       2 686\n", "salarios")]
    [InlineData("Contribuciones de los gobiernos en todo:\n  en efectivo                                  36 852      41 459\n  en especie                                    1 590       2 686\n", "en efectivo")]
    [InlineData("Contribuciones de los gobiernos en todo\n  a) Efectivo                                  36 852      41 459\n  b) Especie                                    1 590       2 686\n", "a) Efectivo")]
    public void A_heading_is_no_part_of_the_caption_below(string lines, string caption) =>
        Document.Read(Head + lines).Figures.First().Caption.Should().Be(caption);
}

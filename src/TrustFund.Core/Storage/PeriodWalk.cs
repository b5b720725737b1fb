namespace TrustFund.Storage;

/// <summary>
/// Goes along a journal with the events beside it: which periods were closed when an entry was added. For
/// entries in the order of their numbers.
/// </summary>
/// <param name="events">The events in the order of their numbers.</param>
public sealed class PeriodWalk(IReadOnlyList<PostedEvent> events)
{
    private PeriodStates _states = PeriodStates.Open;
    private int _passed;

    /// <summary>The states that an entry met: those after every event that stands before it.</summary>
    /// <param name="sequence">The entry's number, never less than the one asked for before.</param>
    public PeriodStates Before(long sequence)
    {
        for (; _passed < events.Count && events[_passed].Event.After.Sequence < sequence; _passed++)
        {
            _states = _states.With(events[_passed]);
        }

        return _states;
    }
}

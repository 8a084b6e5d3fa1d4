"""A token bucket: how often something may happen, with a little patience."""


class Pace:
    """Allow so many a second, and a burst of them at once."""

    def __init__(self, per_second: float, burst: int) -> None:
        self.per_second, self.burst = per_second, burst
        self.left, self.seen_at = float(burst), 0.0

    def allows(self, at: float) -> bool:
        """Return whether one more may happen at this moment, in seconds of any steady clock."""
        self.left = min(self.burst, self.left + (at - self.seen_at) * self.per_second)
        self.seen_at = at
        if self.left < 1:
            return False
        self.left -= 1
        return True

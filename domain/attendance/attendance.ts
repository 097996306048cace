/** Attendance in percent under which a pupil counts as often away, and a low score is read with care (duty 1 A4). */
export const OFTEN_AWAY_BELOW = 90;

/** Whether a pupil is away so often that it may explain what they find hard. */
export const isOftenAway = (percent: number): boolean => percent < OFTEN_AWAY_BELOW;

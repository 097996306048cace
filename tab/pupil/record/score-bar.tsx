import type { Values } from '#domain/record/kind.ts';
import { readScore } from '#domain/record/score-reading.ts';

const [LEAST, MOST] = [50, 150];
const WIDTH = 240;
const HEIGHT = 22;

/** A score on a scale of mean 100 and standard deviation 15, so that tests of other scales can stand on one axis. */
const onAxis = (score: number, mean: number, sd: number): number => {
  const plain = 100 + ((score - mean) / sd) * 15;
  return ((Math.min(MOST, Math.max(LEAST, plain)) - LEAST) / (MOST - LEAST)) * WIDTH;
};

/** The middle two thirds of the norm group: from one standard deviation below the mean to one above. */
const BAND = { x: onAxis(85, 100, 15), width: onAxis(115, 100, 15) - onAxis(85, 100, 15) };

/**
 * A score as its interval, never as a bare point; the grey band is the middle two thirds of the norm group. What it shows stands beside it
 * in words, so it has no name of its own. Nothing is drawn of a score that cannot be placed.
 */
export const ScoreBar = ({ values }: { values: Values }) => {
  const reading = readScore(values);
  const [mean, sd] = [values.mean, values.sd];
  if ((reading.kind !== 'interval' && reading.kind !== 'point') || typeof mean !== 'number' || typeof sd !== 'number') return null;
  const at = (score: number) => onAxis(score, mean, sd);
  return (
    <svg className="record-score" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <rect x={BAND.x} y={0} width={BAND.width} height={HEIGHT} className="record-score-band" />
      <line x1={at(mean)} x2={at(mean)} y1={0} y2={HEIGHT} className="record-score-mean" />
      {reading.kind === 'interval' ? (
        <>
          <rect
            x={at(reading.low)}
            y={8}
            width={Math.max(2, at(reading.high) - at(reading.low))}
            height={6}
            className="record-score-interval"
          />
          <path d={`M${at(reading.low)} 5v12M${at(reading.high)} 5v12`} className="record-score-ends" />
        </>
      ) : null}
      <circle cx={at(reading.standard)} cy={11} r={4} className="record-score-point" />
    </svg>
  );
};

// What messages from pages and rows from backups are made of: the same values, the same limits.
import * as v from 'valibot';

/** Of a person, a correction, an installation. */
export const Id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
/** Of a visit or an act; the first versions gave them 32 hexadecimal digits too. */
export const FactId = v.pipe(v.string(), v.regex(/^(?:\w{12}|[0-9a-f]{32})$/));
/** A visit's and a number. */
export const SpanId = v.pipe(v.string(), v.regex(/^(?:\w{12}|[0-9a-f]{32}):\d{1,6}$/));
export const PortalId = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
export const Route = v.pipe(v.string(), v.maxLength(200), v.regex(/^[^?\d\p{Script=Han}]*$/u));
export const InstantMs = v.pipe(v.number(), v.finite(), v.minValue(1e12), v.maxValue(1e13));
export const DurationMs = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(86_400_000 * 2));
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
export const Depth = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50));
export const UtcOffset = v.pipe(v.number(), v.integer(), v.minValue(-14 * 60), v.maxValue(14 * 60));
export const FieldCounts = v.strictObject({
  total: Count,
  edited: Count,
  typed: Count,
  pasted: Count,
  chosen: Count,
  filled: Count,
});
export const UploadCounts = v.strictObject({ images: Count, videos: Count, documents: Count });

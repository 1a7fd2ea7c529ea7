/** Lengths: templates think in mm, PDF in pt. */

const pointsPerMillimetre = 72 / 25.4

/** Millimetres in points. */
export function pt(millimetres: number): number {
  return millimetres * pointsPerMillimetre
}

/** The one thing a document needs of Exif data. */

const orientationTag = 0x0112
const entryLength = 12

/** How the pixels are turned to stand upright, 1 to 8: a TIFF header and its first directory. Exif 2.32, 4.5, 4.6.4. */
export function orientationOf(tiff: Buffer): number | undefined {
  const order = tiff.toString('latin1', 0, 2)
  if (tiff.length < 14 || (order !== 'II' && order !== 'MM')) return
  const read16 = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return
  const entries = Math.min(read16(directory), Math.floor((tiff.length - directory - 2) / entryLength))
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * entryLength
    if (read16(at) !== orientationTag) continue
    const orientation = read16(at + 8)
    return orientation >= 1 && orientation <= 8 ? orientation : undefined
  }
  return
}

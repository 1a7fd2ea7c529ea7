/** Word's units. */

/** Twentieths of a point. */
export function twips(points: number): number {
  return Math.round(points * 20)
}

/** Pixels of 96 to the inch, in which docx takes the size of a picture. */
export function pixels(points: number): number {
  return (points * 96) / 72
}

/** Word checks spelling by language and region: `mk` → `mk-MK`. */
export function regional(lang: string): string {
  const {language, region} = new Intl.Locale(lang).maximize()
  return region === undefined ? lang : `${language}-${region}`
}

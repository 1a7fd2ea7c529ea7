/** The brand: colours, fonts and logos by name, as brand.yml gives them after `extends`. */

export interface FontFace {
  family: string
  /** World path of the font file. */
  path: string
  weight: number
  italic: boolean
}

export type FontRole = 'head' | 'text' | 'mono'

export interface Brand {
  name: string
  /** Colour name → `#RRGGBB`; roles (`foreground`, `primary` …) are resolved to colours as well. */
  colors: Readonly<Record<string, string>>
  /** Names among them that only stand for another one: `heading: pine`, and the roles. */
  aliases?: readonly string[]
  faces: readonly FontFace[]
  /** Family of each role. */
  roles: Readonly<Record<FontRole, string>>
  /** Families of a script (ISO 15924, lower case) for each role. */
  scripts: Readonly<Record<string, Partial<Record<FontRole, string>>>>
  /** Families tried, in this order, for a character that the chosen ones lack. */
  fallback: readonly string[]
  /** Families that Word may use in place of one that is not installed. */
  substitutes: Readonly<Record<string, string>>
  /** Logo name → World path. */
  logos: Readonly<Record<string, string>>
  /** Link of the brand's home page. */
  home?: string
}

/** What brand.yml may say: the brand.yml convention and our extensions. Each `error` follows "expected". */
import * as z from 'zod'
import {closed} from '../shape.ts'

const text = z.string({error: 'text'})
const file = z.string({error: 'the path of a file of the pack'})
const family = z.string({error: 'the name of a font family'})
const color = z.string({error: 'the name of a palette colour, or `#RRGGBB`'})

const image = z.union([file, closed({path: file, alt: text.optional()})], {error: 'the path of a picture'})
const logoUse = z.union([text, closed({light: text.optional(), dark: text.optional()})], {
  error: 'the name of a picture, or `{light, dark}`'
})

const role = color.optional()
const roles = {
  foreground: role,
  background: role,
  primary: role,
  secondary: role,
  tertiary: role,
  success: role,
  info: role,
  warning: role,
  danger: role,
  light: role,
  dark: role,
  link: role
}

const fontFile = closed({
  path: file,
  weight: z.number({error: '100 to 900'}).optional(),
  style: z.enum(['normal', 'italic'], {error: '`normal` or `italic`'}).optional()
})

const font = closed({
  family,
  source: z.enum(['npm', 'file'], {error: '`npm` or `file`: nothing is downloaded while building'}),
  package: text.optional().meta({description: 'Installed npm package, for `source: npm`'}),
  files: z.array(z.union([fontFile, file]), {error: 'a list of font files'})
})

/** Typographic defaults of a role; what a document looks like is said by template.yml. */
const typeface = z.union([family, z.looseObject({family: family.optional()})], {error: 'a font family'})

const scriptRoles = closed({head: family.optional(), text: family.optional(), mono: family.optional()})

/** brand.yml */
export const brandSchema = closed({
  meta: closed({
    name: z.union([text, closed({short: text.optional(), full: text.optional()})], {error: 'a name'}).optional(),
    link: z.union([text, z.record(z.string(), text)], {error: 'an address, or a mapping of addresses'}).optional()
  }).optional(),
  logo: closed({
    images: z.record(z.string(), image, {error: 'a mapping of pictures'}).optional(),
    small: logoUse.optional(),
    medium: logoUse.optional(),
    large: logoUse.optional()
  }).optional(),
  color: closed({
    palette: z.record(z.string(), color, {error: 'a mapping of colours'}).optional(),
    ...roles
  }).optional(),
  typography: closed({
    fonts: z.array(font, {error: 'a list of fonts'}).optional(),
    base: typeface.optional(),
    headings: typeface.optional(),
    monospace: typeface.optional(),
    'monospace-inline': typeface.optional(),
    'monospace-block': typeface.optional(),
    link: z.unknown().optional(),
    scripts: z
      .record(z.string(), scriptRoles, {error: 'a mapping of scripts'})
      .optional()
      .meta({description: 'Families of a script (ISO 15924, lower case): `arab: {head, text}`'}),
    fallback: z
      .array(family, {error: 'a list of font families'})
      .optional()
      .meta({description: 'Families tried, in this order, for a character that the chosen ones lack'}),
    substitutes: z
      .record(z.string(), family, {error: 'a mapping of font families'})
      .optional()
      .meta({description: 'Families that Word may use in place of one that is not installed'})
  }).optional(),
  defaults: z.unknown().optional()
}).meta({title: 'brand.yml'})

export type BrandFile = z.infer<typeof brandSchema>

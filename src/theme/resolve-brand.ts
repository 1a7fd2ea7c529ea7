/** brand.yml, merged along `extends`, into colours, faces and logos by name. */
import type {Brand, FontFace, FontRole} from './brand.ts'
import type {BrandFile} from './brand-schema.ts'

/** What resolving needs of the pack: World paths of its files, and a way to say what is wrong in brand.yml. */
export interface BrandContext {
  locate(path: string): string | undefined
  fault(reason: string, path: readonly (string | number)[]): void
}

/** Resolve a brand. Colours that name no colour, and files that are not there, are faults. */
export function resolveBrand(file: BrandFile, context: BrandContext): Brand {
  const name = file.meta?.name
  const home = typeof file.meta?.link === 'string' ? file.meta.link : file.meta?.link?.home
  const families = {
    text: familyOf(file.typography?.base) ?? file.typography?.fonts?.[0]?.family,
    head: familyOf(file.typography?.headings),
    mono: familyOf(file.typography?.monospace)
  }
  if (families.text === undefined)
    context.fault('Missing key `typography.fonts`, expected the fonts of the brand', ['typography'])
  const text = families.text ?? ''
  const brand: Brand = {
    name: (typeof name === 'string' ? name : (name?.full ?? name?.short)) ?? '',
    colors: resolveColors(file, context),
    aliases: aliasesOf(file),
    faces: (file.typography?.fonts ?? []).flatMap((font, index) => facesOf(font, index, context)),
    roles: {text, head: families.head ?? text, mono: families.mono ?? text},
    scripts: scriptRoles(file),
    fallback: file.typography?.fallback ?? [],
    substitutes: file.typography?.substitutes ?? {},
    logos: resolveLogos(file, context),
    ...(home === undefined ? {} : {home})
  }
  checkFamilies(brand, context)
  return brand
}

function familyOf(typeface: string | {family?: string | undefined} | undefined): string | undefined {
  return typeof typeface === 'string' ? typeface : typeface?.family
}

/** Palette names and roles → `#RRGGBB`. */
function resolveColors(file: BrandFile, {fault}: BrandContext): Record<string, string> {
  const {palette = {}, ...roles} = file.color ?? {}
  const named = new Map(Object.entries(palette))
  // `dark: dark` says that the palette has a colour of the role's own name.
  for (const [role, value] of Object.entries(roles)) if (value !== undefined && value !== role) named.set(role, value)

  const colors: Record<string, string> = {}
  for (const [name, value] of named) {
    const hex = hexOf(value, named)
    if (hex !== undefined) colors[name] = hex
    else {
      const path = palette[name] === undefined ? ['color', name] : ['color', 'palette', name]
      fault(`Unexpected colour \`${value}\`, expected the name of a palette colour, or \`#RRGGBB\``, path)
    }
  }
  return colors
}

function aliasesOf({color: {palette = {}, ...roles} = {}}: BrandFile): string[] {
  const named = Object.keys(palette).filter((name) => !palette[name]?.startsWith('#'))
  return [...named, ...Object.keys(roles).filter((role) => palette[role] === undefined)]
}

/** Follow names until a value in hex; `undefined` for a name that leads nowhere or round in a circle. */
function hexOf(value: string, named: ReadonlyMap<string, string>): string | undefined {
  const trail = new Set<string>()
  let at: string | undefined = value
  while (at !== undefined && !at.startsWith('#') && !trail.has(at)) {
    trail.add(at)
    at = named.get(at)
  }
  if (at === undefined || !/^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(at)) return
  const digits = at.length === 4 ? [...at.slice(1)].map((digit) => digit + digit).join('') : at.slice(1)
  return `#${digits.toUpperCase()}`
}

type Font = NonNullable<NonNullable<BrandFile['typography']>['fonts']>[number]

function facesOf(font: Font, index: number, {locate, fault}: BrandContext): FontFace[] {
  const at = ['typography', 'fonts', index]
  if (font.source === 'npm' && font.package === undefined) {
    fault(`Missing key \`package\`, expected the npm package that has the font \`${font.family}\``, at)
    return []
  }
  return font.files.flatMap((entry, position) => {
    const {path, weight = 400, style = 'normal'} = typeof entry === 'string' ? {path: entry} : entry
    const found = font.source === 'npm' ? `npm:${font.package}/${path}` : locate(path)
    if (found === undefined) {
      fault(`Unexpected path \`${path}\`, expected a font file of the pack`, [...at, 'files', position])
      return []
    }
    return [{family: font.family, path: found, weight, italic: style === 'italic'}]
  })
}

function scriptRoles(file: BrandFile): Brand['scripts'] {
  const scripts: Record<string, Partial<Record<FontRole, string>>> = {}
  for (const [script, roles] of Object.entries(file.typography?.scripts ?? {})) {
    const families: Partial<Record<FontRole, string>> = {}
    if (roles.head !== undefined) families.head = roles.head
    if (roles.text !== undefined) families.text = roles.text
    if (roles.mono !== undefined) families.mono = roles.mono
    scripts[script.toLowerCase()] = families
  }
  return scripts
}

/** Pictures by name; `small`, `medium` and `large` name the light variant, `small-dark` and so on the dark one. */
function resolveLogos(file: BrandFile, {locate, fault}: BrandContext): Record<string, string> {
  const {images = {}, ...uses} = file.logo ?? {}
  const logos: Record<string, string> = {}
  for (const [name, image] of Object.entries(images)) {
    const path = typeof image === 'string' ? image : image.path
    const found = locate(path)
    if (found === undefined)
      fault(`Unexpected path \`${path}\`, expected a picture of the pack`, ['logo', 'images', name])
    else logos[name] = found
  }
  for (const [size, use] of Object.entries(uses)) {
    const {light, dark} = typeof use === 'string' ? {light: use, dark: use} : (use ?? {})
    for (const [key, name] of [
      [size, light],
      [`${size}-dark`, dark]
    ] as const) {
      const found =
        name === undefined ? undefined : (logos[name] ?? (images[name] === undefined ? locate(name) : undefined))
      if (found !== undefined) logos[key] = found
      else if (name !== undefined && images[name] === undefined)
        fault(`Unexpected picture \`${name}\`, expected one of \`logo.images\``, ['logo', size])
    }
  }
  return logos
}

/** Each family that a role names must be declared with its files: there are no system fonts. */
function checkFamilies(brand: Brand, {fault}: BrandContext): void {
  const known = new Set(brand.faces.map((face) => face.family))
  const named: [string, readonly string[]][] = [
    [brand.roles.text, ['typography', 'base']],
    [brand.roles.head, ['typography', 'headings']],
    [brand.roles.mono, ['typography', 'monospace']],
    ...brand.fallback.map((family): [string, readonly string[]] => [family, ['typography', 'fallback']])
  ]
  for (const [script, roles] of Object.entries(brand.scripts))
    for (const family of Object.values(roles)) named.push([family, ['typography', 'scripts', script]])
  for (const [family, path] of named)
    if (family !== '' && !known.has(family))
      fault(`Unexpected font family \`${family}\`, expected one of \`typography.fonts\``, path)
}

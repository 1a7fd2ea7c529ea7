/** Ids that docx draws by lot, or counts on from file to file, counted anew in each file. */
import type {Parts} from './parts.ts'

const withContent = /^word\/(document|header\d+|footer\d+|footnotes|endnotes)\.xml$/

/** Renumber relationships, drawings and bookmarks in the order in which the parts use them. */
export function pinIds(parts: Parts): Parts {
  const pinned: Parts = new Map(parts)
  for (const path of parts.keys()) {
    if (path.endsWith('.rels') && path !== '_rels/.rels') pinRelationships(pinned, path)
  }
  let drawings = 0
  const bookmarks = new Map<string, number>()
  for (const path of [...parts.keys()].sort()) {
    const xml = pinned.get(path)
    if (typeof xml !== 'string' || !withContent.test(path)) continue
    pinned.set(
      path,
      xml
        .replace(/(<wp:docPr\b[^>]*?\bid=")\d+/g, (_, start: string) => `${start}${++drawings}`)
        .replace(/(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")(\d+)/g, (_, start: string, id: string) => {
          const number = bookmarks.get(id) ?? bookmarks.size + 1
          bookmarks.set(id, number)
          return `${start}${number}`
        })
    )
  }
  return pinned
}

interface Relationship {
  xml: string
  id: string
  /** Type and target: what the relationship is, whatever its id. */
  key: string
}

/** `rId1` and on, in order of first use in the part, those that nothing names last. */
function pinRelationships(parts: Parts, path: string): void {
  const owner = path.replace('_rels/', '').replace(/\.rels$/, '')
  const xml = parts.get(owner)
  const list = parts.get(path)
  if (typeof xml !== 'string' || typeof list !== 'string') return

  const uses = new Map<string, number>()
  for (const [, id = ''] of xml.matchAll(/ r:(?:id|embed|link|pict)="([^"]*)"/g)) {
    if (!uses.has(id)) uses.set(id, uses.size)
  }
  const relationships = [...list.matchAll(/<Relationship [^>]*?\/>/g)].map(([element]): Relationship => {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(element)?.[1] ?? ''
    return {xml: element, id: attribute('Id'), key: `${attribute('Type')} ${attribute('Target')}`}
  })
  const rank = (relationship: Relationship) => uses.get(relationship.id) ?? uses.size
  relationships.sort((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1))
  const names = new Map(relationships.map(({id}, index) => [id, `rId${index + 1}`]))
  parts.set(
    owner,
    xml.replace(
      / (r:(?:id|embed|link|pict))="([^"]*)"/g,
      (_, name: string, id: string) => ` ${name}="${names.get(id) ?? id}"`
    )
  )
  if (relationships.length === 0) return
  const renamed = relationships.map((one) => one.xml.replace(/\bId="[^"]*"/, `Id="${names.get(one.id)}"`))
  parts.set(path, `${list.slice(0, list.indexOf('<Relationship '))}${renamed.join('')}</Relationships>`)
}

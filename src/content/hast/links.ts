/** Links: to where they may lead. */
import type {Element, ElementContent, Root, RootContent} from 'hast'
import type {At, Report} from '../../diagnostic.ts'
import {expected} from '../../nearest.ts'
import {element} from './element.ts'

const safe = /^(https?:\/\/|mailto:|tel:|#)[^\s\p{Cc}]+$/iu

/** Give an address back where a document may lead there: http, https, mailto, tel, `#id`. Reports `link-unsafe`. */
export function safeUrl(url: string, at: At, report: Report): string | undefined {
  if (safe.test(url)) return url.startsWith('#') ? `#${decoded(url.slice(1))}` : url
  report('link-unsafe', `Unexpected link to \`${url}\`, expected http, https, mailto, tel or \`#id\``, at)
  return
}

/** Make a link, or leave its words where it may not lead there. */
export function link(to: {url: string; title?: string | null | undefined}, children: ElementContent[], at: At) {
  return (report: Report): Element | ElementContent[] => {
    const href = safeUrl(to.url, at, report)
    if (href === undefined) return children
    return element(
      'a',
      {href, ...(to.title && {title: to.title})},
      href.startsWith('tel:') ? oneWay(children) : children
    )
  }
}

/** A phone number reads from left to right in every language; by itself, its groups would change places in Arabic. */
function oneWay(words: ElementContent[]): ElementContent[] {
  const [only, ...others] = words
  const isPhone = only?.type === 'text' && others.length === 0 && /^\+?[\d\s()/.\u2013-]*\d$/.test(only.value)
  return isPhone ? [element('span', {dir: 'ltr'}, words)] : words
}

/** Report links to an id that no section has: `link-unknown`. */
export function checkTargets(tree: Root, report: Report) {
  const ids: string[] = []
  const links: {id: string; link: Element}[] = []
  const collect = (node: Root | RootContent) => {
    if (node.type === 'element') {
      const {id, href} = node.properties
      if (typeof id === 'string') ids.push(node.tagName === 'gf-note' ? `note-${id}` : id)
      if (node.tagName === 'a' && typeof href === 'string' && href.startsWith('#')) {
        links.push({id: href.slice(1), link: node})
      }
    }
    if ('children' in node) for (const child of node.children) collect(child)
  }
  collect(tree)

  const known = new Set(ids)
  for (const {id, link} of links) {
    if (known.has(id)) continue
    const sections = ids.filter((name) => !name.startsWith('note-'))
    report('link-unknown', `Unexpected link to \`#${id}\`, expected ${expected(id, sections)}`, {
      file: link.data?.file,
      position: link.position
    })
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** XML into a tree of SVG elements, within limits. */
import {parser as createParser, type QualifiedTag} from 'sax'
import {PictureError} from './picture.ts'

export interface XmlElement {
  /** Local name. */
  name: string
  /** Values by local name, but `xml:space`, `xml:lang` and `xlink:href`. */
  attributes: Readonly<Record<string, string>>
  children: (XmlElement | string)[]
}

/** What becomes of an element: it stays, perhaps changed, or goes with all that is in it. */
export type Judge = (element: XmlElement, parent: XmlElement | undefined) => XmlElement | 'gone'

const maximumDepth = 100
const maximumElements = 100_000
const namespace = 'http://www.w3.org/2000/svg'
const xlink = 'http://www.w3.org/1999/xlink'

/** Read the SVG in `text` as `judge` says, without comments and other vocabularies; throws a PictureError. */
export function readXml(text: string, judge: Judge): XmlElement {
  const parser = createParser(true, {xmlns: true, position: true})
  const open: XmlElement[] = []
  let root: XmlElement | undefined
  let count = 0
  /** How many elements deep in one that goes. */
  let gone = 0

  parser.onerror = (error) => {
    const [what = 'XML'] = error.message.split('\n')
    throw new PictureError(`XML in line ${parser.line + 1} (${what})`, 'a well-formed SVG', 'Export it again.')
  }
  parser.ondoctype = (doctype) => {
    if (!doctype.includes('[')) return
    const advice = 'Export it as plain SVG, without entities.'
    throw new PictureError('definitions in the doctype', 'none', advice)
  }
  parser.onopentag = (tag) => {
    // sax makes qualified tags where it knows namespaces.
    const {uri, local, attributes} = tag as QualifiedTag
    count++
    if (count > maximumElements) throw tooMuch(`more than ${maximumElements} elements`)
    if (open.length + gone >= maximumDepth) throw tooMuch(`elements more than ${maximumDepth} deep`)
    const read = {name: local, attributes: attributesOf(attributes), children: []}
    const known = uri === namespace || uri === ''
    if (!root && !(known && local === 'svg')) throw new PictureError(`root <${tag.name}>`, '<svg>', 'Export it as SVG.')
    const element = gone > 0 || !known ? 'gone' : judge(read, open.at(-1))
    if (element === 'gone') {
      gone++
      return
    }
    open.at(-1)?.children.push(element)
    open.push(element)
    root ??= element
  }
  parser.onclosetag = () => {
    if (gone > 0) gone--
    else open.pop()
  }
  const keep = (value: string) => {
    if (gone === 0) open.at(-1)?.children.push(value)
  }
  parser.ontext = keep
  parser.oncdata = keep
  parser.write(text).close()
  if (!root) throw new PictureError('text without an element', '<svg>', 'Export it as SVG.')
  return root
}

function tooMuch(what: string): PictureError {
  return new PictureError(what, 'a simpler drawing', 'Simplify the drawing, or export it as PNG.')
}

/** Attributes of SVG itself, in the order they are written; namespaces and those of editors go. */
function attributesOf(attributes: QualifiedTag['attributes']): Record<string, string> {
  const found: Record<string, string> = {}
  for (const {name, local, prefix, uri, value} of Object.values(attributes)) {
    if (prefix === '' && name !== 'xmlns') {
      if (name === 'href') found['xlink:href'] = value
      else found[name] = value
    } else if (uri === xlink && local === 'href') found['xlink:href'] ??= value
    else if (name === 'xml:space' || name === 'xml:lang') found[name] = value
  }
  return found
}

/** The XML of a workbook's parts, tag by tag. */
import {parser as createParser} from 'sax'

export interface Tags {
  /** `from` is where the tag begins. Names are local names. */
  open?(name: string, attributes: Readonly<Record<string, string>>, from: number): void
  text?(text: string): void
  /** `to` is where the tag ends. */
  close?(name: string, to: number): void
}

/** Read a well-formed XML text; throws an Error where it is not, and where it defines entities. */
export function readTags(text: string, {open, text: onText, close}: Tags): void {
  const parser = createParser(true, {position: true})
  parser.onerror = (error) => {
    throw error
  }
  parser.ondoctype = () => {
    throw new Error('it has a doctype')
  }
  parser.onopentag = ({name, attributes}) => {
    const named = Object.entries(attributes).map(([key, value]) => [localName(key), String(value)])
    open?.(localName(name), Object.fromEntries(named), parser.startTagPosition - 1)
  }
  parser.ontext = (words) => onText?.(words)
  parser.onclosetag = (name) => close?.(localName(name), parser.position)
  parser.write(text).close()
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

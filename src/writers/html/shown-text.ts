/** The text of a finished page with its colours, as its style sheet gives them: by classes, and handed on inwards. */
import type {PrintedText} from '../pdf/engine.ts'
import type {Html} from './element.ts'
import {className, type State} from './state.ts'
import {screenSize} from './theme-rules.ts'

/** What an element hands on to what is in it. */
interface Look extends Pick<PrintedText, 'color' | 'ground' | 'size' | 'weight'> {
  /** Inside the main text, where links have a colour of their own. */
  main: boolean
  /** The items in it are numbered. */
  numbers: boolean
}

/** `<p class="x">`, `</p>`, or text: `element` writes no `>` inside a tag. */
const token = /<(\/?)(\w+)([^>]*)>|[^<]+/g
const withoutEnd: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'meta'])
/** pt of a rem. */
const rem = 12

/** List the text of `body` with its colours. */
export function shownText(body: Html, state: State): PrintedText[] {
  const {brand, styles} = state.context.theme
  const keys = new Map([...state.used].map((key) => [className(key), key]))
  const {color: ink, weight} = styles.get('body')
  const size = screenSize('body', styles) * rem
  const open: Look[] = [{color: hex(ink), ground: '#FFFFFF', size, weight, main: false, numbers: false}]
  const texts: PrintedText[] = []
  for (const [whole, slash, name = '', attributes = ''] of body.matchAll(token)) {
    const around = open.at(-1)
    if (!around) break
    if (slash === '/') open.pop()
    else if (slash === undefined) {
      const words = whole.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
      if (words.trim() !== '') texts.push({...around, words})
    } else if (!withoutEnd.has(name)) {
      const inner = lookOf(name, attributes, around)
      if (name === 'li' && around.numbers) texts.push({...inner, color: hex('accent', inner.color), words: '1.'})
      open.push(inner)
    }
  }
  return texts

  function lookOf(name: string, attributes: string, around: Look): Look {
    const classes = /\sclass="([^"]*)"/.exec(attributes)?.[1]?.split(' ') ?? []
    const inner = {...around, main: around.main || name === 'main', numbers: name === 'ol' && classes.includes('list')}
    if (name === 'a' && inner.main) inner.color = hex('link', inner.color)
    for (const key of classes.flatMap((one) => keys.get(one) ?? [])) {
      const {color, ground, weight: own} = styles.get(key)
      Object.assign(inner, {color: hex(color), weight: own, size: screenSize(key, styles) * rem})
      if (ground !== undefined) inner.ground = hex(ground)
    }
    return inner
  }

  function hex(name: string, otherwise = '#000000'): string {
    return brand.colors[name] ?? otherwise
  }
}

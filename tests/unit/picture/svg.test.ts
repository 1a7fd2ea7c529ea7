import {describe, expect, test} from 'vitest'
import {readPicture} from '../../../src/picture/read.ts'

function read(text: string | Uint8Array) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return readPicture(bytes, 'a.svg')
}

const open = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'

/** What is left inside the root of a drawing. */
function inside(content: string): string {
  const picture = read(`${open} viewBox="0 0 8 8">${content}</svg>`)
  if (picture.kind !== 'svg') throw new Error(JSON.stringify(picture))
  const text = new TextDecoder().decode(picture.bytes)
  return text.slice(text.indexOf('>') + 1).replace(/<\/svg>$/, '')
}

function refused(text: string | Uint8Array): string {
  const picture = read(text)
  if (picture.kind !== 'unusable') throw new Error('It was read')
  return picture.unexpected
}

const drawing = (content: string) => `${open} viewBox="0 0 8 8">${content}</svg>`

describe('what a drawing shows nothing by goes, what it shows stays', () => {
  test.each([
    ['<path d="M0 0L8 8" fill="var(--ink)"/>', '<path d="M0 0L8 8" fill="var(--ink)"/>'],
    ['<script>alert(1)</script><g onclick="a()" ONLOAD="b()"><rect/></g>', '<g><rect/></g>'],
    ['<script><g/></script><metadata><x/></metadata><title>T</title><desc>D</desc><rect/>', '<rect/>'],
    ['<a xlink:href="https://example.org/"><rect/></a>', '<g><rect/></g>'],
    ['<rect><animate attributeName="x"/></rect><set/>', '<rect/>'],
    ['<use href="#a"/><g id="a"/>', '<use xlink:href="#a"/><g id="a"/>'],
    ['<rect fill="url(#p)" style="filter:url(\'#q\')"/>', '<rect fill="url(#p)" style="filter:url(\'#q\')"/>'],
    [
      '<text xml:space="preserve">a &amp; b &lt;c&gt;<![CDATA[<d>]]></text>',
      '<text xml:space="preserve">a &#38; b &#60;c&#62;&#60;d&#62;</text>'
    ],
    ['<!-- a --><?xml-stylesheet href="http://example.org/a.css"?><rect/>', '<rect/>'],
    [
      '<style>@import url(http://example.org/a.css);.a{fill:red}@font-face{src:url(b.woff)}</style>',
      '<style>.a{fill:red}</style>'
    ],
    [
      '<x:grid xmlns:x="urn:editor" a="1"><rect/></x:grid><rect xmlns:x="urn:editor" x:label="Me" x="1"/>',
      '<rect x="1"/>'
    ],
    [
      '<switch><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">A</p></foreignObject><text>A</text></switch>',
      '<switch><text>A</text></switch>'
    ]
  ])('%s', (content, expected) => expect(inside(content)).toBe(expected))
})

describe('what would load, run or grow is refused', () => {
  const uses = (id: string, of: string) => `<g id="${id}">${`<use xlink:href="#${of}"/>`.repeat(10)}</g>`
  const nested = uses('a', 'b') + uses('b', 'c') + uses('c', 'd') + uses('d', 'e') + uses('e', 'f') + uses('f', 'g')

  test.each<[string, string | Uint8Array, string]>([
    ['a file', drawing('<image xlink:href="file:///etc/passwd"/>'), '<image>'],
    [
      'the net',
      drawing('<use href="http://example.org/a.svg#b"/>'),
      'reference out of the drawing, `use http://example.org/a.svg#b`,'
    ],
    ['a file by use', drawing('<use xlink:href="../b.svg#a"/>'), 'reference out of the drawing, `use ../b.svg#a`,'],
    ['paint of another file', drawing('<rect fill="url(b.svg#a)"/>'), 'reference out of the drawing, `url(b.svg#a`,'],
    [
      'a style',
      drawing('<rect style="fill:url( \'http://example.org/a\')"/>'),
      "reference out of the drawing, `url( 'http://example.org/a`,"
    ],
    [
      'a hidden style',
      drawing('<rect style="fill:u\\72l(http://example.org/a)"/>'),
      'reference out of the drawing, `fill:u\\72l(http://example.org/a)`,'
    ],
    [
      'a sheet',
      drawing('<style>.a{fill:url(http://example.org/a)}</style>'),
      'reference out of the drawing, `url(http://example.org/a`,'
    ],
    ['a page', drawing('<foreignObject/>'), '<foreignObject>'],
    [
      'entities',
      `<!DOCTYPE svg [<!ENTITY a "${'a'.repeat(99)}"><!ENTITY b "&a;&a;">]>${drawing('<text>&b;</text>')}`,
      'definitions in the doctype'
    ],
    [
      'a file as an entity',
      `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${drawing('<text>&a;</text>')}`,
      'definitions in the doctype'
    ],
    ['use of use of use', drawing(nested), 'more than 200000 elements by <use>'],
    [
      'patterns by class',
      drawing(`<style>.a{fill:url(#a)}</style><pattern id="a"><rect class="a"/></pattern>`),
      'element that refers to itself'
    ],
    ['a circle', drawing('<g id="a"><use xlink:href="#a"/></g>'), 'element that refers to itself'],
    ['depth', drawing('<g>'.repeat(5000) + '</g>'.repeat(5000)), 'elements more than 100 deep'],
    ['elements', drawing('<g/>'.repeat(100_001)), 'more than 100000 elements'],
    ['size', drawing(' '.repeat(10_000_001)), '10.0 MB of SVG'],
    ['no size', `${open}/>`, 'SVG without a size'],
    ['a share of the page', `${open} width="100%" height="100%"/>`, 'SVG without a size'],
    ['no XML', drawing('<g>'), 'XML in line 1 (Unexpected close tag)'],
    ['another root', `<html xmlns="http://www.w3.org/1999/xhtml">${drawing('')}</html>`, 'root <html>'],
    ['UTF-16', Buffer.concat([Buffer.from(drawing('')), Buffer.of(0xff, 0xfe)]), 'encoding']
  ])('%s', (_, text, expected) => expect(refused(text)).toBe(expected))
})

test.each([
  ['width="10mm" height="5mm"', '38×19', '0 0 37.7953 18.8976'],
  ['width="64" height="32" viewBox="0 0 8 8"', '64×32', '0 0 8 8'],
  ['width="72pt" viewBox="0 0 200 100"', '96×48', '0 0 200 100'],
  ['viewBox="0,0,40,20"', '40×20', '0 0 40 20'],
  ['height="1in" viewBox="1 2 200 100"', '192×96', '1 2 200 100'],
  ['width="100%" height="100%" viewBox="0 0 4 4"', '4×4', '0 0 4 4']
])('the size of <svg %s>', (attributes, size, box) => {
  const picture = read(`${open} ${attributes}/>`)
  if (picture.kind !== 'svg') throw new Error(JSON.stringify(picture))
  expect(`${Math.round(picture.width)}×${Math.round(picture.height)}`).toBe(size)
  expect(new TextDecoder().decode(picture.bytes)).toContain(`viewBox="${box}"`)
})

test.each([
  '\ufeff<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<svg viewBox="0 0 8 8"/>',
  `<!-- ${'a long word '.repeat(200)}-->\n<svg viewBox="0 0 8 8"/>`,
  '<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><s:rect/></s:svg>'
])('a drawing after other things, or under a prefix', (text) => expect(read(text).kind).toBe('svg'))

test('a long path, and many of them, are read in a moment', () => {
  const path = `<path d="${'M0 0L8 8'.repeat(40_000)}"/>`
  expect(inside(path)).toBe(path)
  expect(inside('<text x="1"/>'.repeat(90_000))).toHaveLength(13 * 90_000)
})

test('a drawing that was read is the same when it is read again', () => {
  const first = read(drawing('<use href="#a"/><g id="a"><text>&quot;&#x416;</text></g>'))
  if (first.kind !== 'svg') throw new Error(JSON.stringify(first))
  expect(read(first.bytes)).toEqual(first)
})

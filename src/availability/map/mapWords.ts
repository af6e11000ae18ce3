/** The words on the map and in its text alternative. */
import type { Locale } from '../../../collections/locales.js';
import type { Status } from '../entry.js';
import type { Look } from './statusMap.js';

interface MapWords {
  legend: Record<Look, string>;
  title: (subject: string | undefined) => string;
  /** Where a status holds: “Waitlist: Georgia and Texas.” */
  sentence: Record<Exclude<Status, 'unavailable'>, (states: string) => string>;
  elsewhere: string;
  /** Before the names of counties: those that are meant, those that are not. */
  only: (state: string) => string;
  except: (state: string) => string;
  drawnAsOne: (counties: string) => string;
}

export const mapWords: Record<Locale, MapWords> = {
  en: {
    legend: {
      available: 'Available',
      partly: 'Available in part',
      mixed: 'Differs by county',
      waitlist: 'Waitlist',
      'coming-soon': 'Coming soon',
      paused: 'Paused',
      unavailable: 'Not available',
    },
    title: (subject) => (subject ? `${subject}: availability by state` : 'Availability by state'),
    sentence: {
      available: (states) => `Available in ${states}.`,
      waitlist: (states) => `Waitlist in ${states}.`,
      'coming-soon': (states) => `Coming soon in ${states}.`,
      paused: (states) => `Paused in ${states}.`,
    },
    elsewhere: 'Not available anywhere else.',
    only: (state) => `In ${state} only these`,
    except: (state) => `In ${state} all but these`,
    drawnAsOne: (counties) => `The map draws these as one: ${counties}.`,
  },
  es: {
    legend: {
      available: 'Disponible',
      partly: 'Disponible en parte',
      mixed: 'Varía según el condado',
      waitlist: 'Lista de espera',
      'coming-soon': 'Próximamente',
      paused: 'En pausa',
      unavailable: 'No disponible',
    },
    title: (subject) => (subject ? `${subject}: disponibilidad por estado` : 'Disponibilidad por estado'),
    sentence: {
      available: (states) => `Disponible en ${states}.`,
      waitlist: (states) => `Lista de espera en ${states}.`,
      'coming-soon': (states) => `Próximamente en ${states}.`,
      paused: (states) => `En pausa en ${states}.`,
    },
    elsewhere: 'No disponible en ningún otro lugar.',
    only: (state) => `En ${state} solo estos`,
    except: (state) => `En ${state} todos menos estos`,
    drawnAsOne: (counties) => `El mapa dibuja como uno solo: ${counties}.`,
  },
};

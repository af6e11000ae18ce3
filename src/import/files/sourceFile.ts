/** A file as the caller's process hands it over: JSON, because it may travel to the server. */

export interface ImageFile {
  name: string;
  mimetype: string;
  base64: string;
}

export interface SourceFile {
  /** As people typed it: what they are told about. */
  name: string;
  /** Where it stands, for links between files. */
  path: string;
  text: string;
  /** The images beside it, by the address under which the file shows them. */
  images: Record<string, ImageFile>;
  /** Set when it could not be read. */
  problem?: string;
}

export const isHtml = ({ name }: Pick<SourceFile, 'name'>): boolean => /\.x?html?$/i.test(name);

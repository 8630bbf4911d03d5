import { allergenDeclaration } from './allergen-declaration.ts';
import { certificate } from './certificate.ts';
import type { DocumentKind, DocumentLanguage, DocumentSubject, StudioDocument } from './document.ts';
import { hazardDraft } from './hazard-draft.ts';
import { labelText } from './label-text.ts';

const descriptions: Readonly<
  Record<DocumentKind, (subject: DocumentSubject, language: DocumentLanguage) => StudioDocument>
> = { certificate, allergens: allergenDeclaration, label: labelText, hazards: hazardDraft };

/** A document of one kind about `subject`. */
export function describeDocument(
  kind: DocumentKind,
  subject: DocumentSubject,
  language: DocumentLanguage,
): StudioDocument {
  return descriptions[kind](subject, language);
}

import {latinBesideHan} from "./latin.ts";

const initials = /\b(?:[a-z]\.\s?)+[a-z]\b\.?/g;
const oneLetterForms = /\b([aki])\/s\b/g;
const italianForm = /\bSpA\b|\b[Ss]\.\s?[Pp]\.\s?[Aa]\b\.?/g;
const frenchForm = /\bs\.?\s?a\.?\s?r\.?\s?l\b\.?/g;
const scriptEdge = /(?<=\p{Script=Han})(?=[a-z0-9])|(?<=[a-z0-9])(?=\p{Script=Han})/gu;
const polishForm = /\bsp\.? ?z\.? ?o\.? ?o\b\.?/g;
const japaneseForm = /\bkabushiki[ -]kaisha\b/g;

/**
 * The words of a company's name in lower-case ASCII or Han: initials with dots are one word (S.A. is sa), apostrophes do not part a
 * word, & is "and". The Italian S.p.A. is ltd, for spa is also a word.
 */
export const companyWords = (text: string): string[] =>
  latinBesideHan(text.replace(italianForm, " ltd "))
    .replace(frenchForm, "sarl")
    .replace(polishForm, "spzoo")
    .replace(japaneseForm, "kk")
    .replace(initials, (found) => found.replace(/[.\s]/g, "") + " ")
    .replace(oneLetterForms, "$1s")
    .replace(/['`]/g, "")
    .replace(/&/g, " and ")
    .replace(scriptEdge, " ")
    .split(/[^a-z0-9\p{Script=Han}]+/u)
    .filter(Boolean);

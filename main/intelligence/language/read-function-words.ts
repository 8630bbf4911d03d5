/** @file Words that say how others are meant: not, without, too, like, instead of. In Korean most follow what they are about, in English they precede it. */

import type { Degree } from '#perfumery/search/chip.ts';
import type { PredicateClass } from '#perfumery/search/concept.ts';
import { endings } from './korean-endings.ts';
import { conjugate } from './korean-predicate.ts';

export type FunctionWord =
  /** 없이, 말고; without, no: what stands before or after is not to be there. */
  | { readonly is: 'exclude'; readonly of: 'before' | 'after' }
  /** 않은: makes a predicate in -지 its contrary. */
  | { readonly is: 'not-so' }
  /** 안; not. */
  | { readonly is: 'not' }
  /** 싫어: less of what stands before. */
  | { readonly is: 'dislike'; readonly of: 'before' | 'after' }
  /** 줄인; tone down: somewhat less of it. */
  | { readonly is: 'less'; readonly of: 'before' | 'after' }
  | { readonly is: 'degree'; readonly degree: Degree }
  /** 프리; -free: without it by declaration. */
  | { readonly is: 'free' }
  /** 비슷한; similar to. */
  | { readonly is: 'like'; readonly of: 'before' | 'after' }
  /** 대신; instead of: like it, but not it. */
  | { readonly is: 'instead'; readonly of: 'before' | 'after' }
  /** 들어간; containing. */
  | { readonly is: 'contains'; readonly of: 'before' | 'after' }
  /** 나는, 느껴지는: is smelled. */
  | { readonly is: 'smelled' }
  | { readonly is: 'limited' | 'prohibited' | 'unrestricted' }
  /** 계열; family: the word before names a family and nothing weaker. */
  | { readonly is: 'family' }
  | { readonly is: 'note' }
  | { readonly is: 'or' | 'and' | 'but' }
  | { readonly is: 'filler' };

interface Said {
  readonly text: string;
  readonly word: FunctionWord;
}

const words: readonly (readonly [FunctionWord, string])[] = [
  [
    { is: 'exclude', of: 'before' },
    '없이;없이도;말고;말고는;빼고;빼고는;뺀;빼줘;빼서;제외;제외하고;제외한;제외하면;제외해줘;배제;배제한;배제하고;배제하며;무첨가;미함유;무함유;미사용;금지;불가;못 쓰는;못쓰는;쓰지 않은;쓰지 않고;쓰지 않는;쓰지 말고;쓰지 마;쓰지 말아;안 쓴;안쓴;안 쓰는;안 쓰고;사용하지 않은;사용 안 한;아닌;아니고;아니라;아닌데;아니어도;아니면서;피하고;피해서;피해줘;피해 주세요;피한;피하는;말아줘;말아 주세요;안 됨;안됨;안 됩니다;안됩니다;사절;지양;절대 안;노노;별로;걸러줘;말았으면;빼 주시고;빼주시고;빼 주시면;빼주시면;빼 주셨으면;빼셔도;제외해 주시고;제외해 주시면;피해 주시고;피해 주시면;피해 주셨으면;삼가 주세요;삼가고;빼 주세요;빼주세요;제외해 주세요;x;말고서',
  ],
  [
    { is: 'exclude', of: 'after' },
    "without;w/o;no;sans;minus;excluding;exclude;except;except for;excepting;other than;apart from;anything but;avoid;avoiding;avoids;lacking;free of;free from;devoid of;not containing;does not contain;doesn't contain;that does not contain;with no;has no;have no;having no;leave out;omit;zero;barring;skip;skip the;hold the;never use;do not use;don't use;must not contain;should not contain;stay away from;staying away from;nothing with;not use;not with;contains no;containing no;no trace of;not a trace of;anything except",
  ],
  [
    { is: 'not-so' },
    '않은;않고;않는;않게;않으면;않으면서;않으면서도;않아;않아도;않아야;않았으면;않지만;않다;않되;않던;않은데;않음;않길;않으며;않습니다;않아요;않네;않네요;않을;못한;못하고;말 것;말것;말기;마세요;말되',
  ],
  [
    { is: 'not' },
    "안;not;isnt;isn't;arent;aren't;wasn't;doesn't;doesnt;don't;dont;does not;do not;won't;can't;shouldn't;never;non;hardly;neither;not be;shouldn't be;should not be;must not be;not smell;cannot;nothing;not at all",
  ],
  [
    { is: 'dislike', of: 'before' },
    '가리고;가려;가려주는;가리는;덮어주는;덮는;잡아주는;잡아 주는;없애는;없애고;없애주는;싫은데;질려;질리는;거슬리는;부담스러운;부담돼;부담스럽고',
  ],
  [
    { is: 'less', of: 'before' },
    'low;to a minimum;짧은;짧아도;짧고;짧게;낮은;낮아도;낮고;떨어지는;떨어져도;것보다;것보다는;것보단;거보다;거보단;줄이고;줄인;줄여;줄여서;줄여줘;낮추고;낮춘;적은;적고;적게;덜한;덜하고;덜했으면;덜하게',
  ],
  [
    { is: 'dislike', of: 'after' },
    "rather than;masks;masking;covers up;neutralises;neutralizes;dislike;dislikes;hate;hates;tired of;fed up with;can't stand;don't like;do not like;doesn't like;does not like;does not want;don't want;do not want;doesn't want;don't care for",
  ],
  [{ is: 'less', of: 'after' }, 'turn down;tone down;reduce;lower;less of;go easy on;easy on the;light on'],
  [
    { is: 'degree', degree: 'too' },
    '너무;지나치게;지나친;과하게;과한;과도하게;과도한;심하게;쓸데없이;부담스럽게;너무나;넘;지나치지;너무너무;too;overly;excessively;excessive;overtly;unbearably;too much;over the top;too much of a',
  ],
  [
    { is: 'degree', degree: 'very' },
    '아주;매우;정말;진짜;엄청;굉장히;무척;완전;완전히;확실히;몹시;상당히;꽤;참;퍽;한껏;듬뿍;가득;가득한;강하게;짙게 풍기는;확;대단히;극도로;특히;very;really;extremely;super;highly;intensely;truly;quite;pretty;deeply;strongly;incredibly;richly;ultra;wonderfully;predominantly;mostly;mainly;dominant;distinctly;heavily;full of;lots of;plenty of;loaded with;pronounced',
  ],
  [
    { is: 'degree', degree: 'slightly' },
    '조금;약간;살짝;약간의;은근;은근히;좀;살짝살짝;조금은;약하게;미세하게;슬쩍;한 방울;한방울;살포시;다소;slightly;a bit;a bit of;bit;a little;somewhat;a hint of;hint of;hints of;a touch of;touch of;mildly;faintly;subtly;softly;lightly;a whisper of;a dash of;a trace of;trace of;a suggestion of;kind of;sort of;fairly;gently;vaguely;moderately;just a little',
  ],
  [
    { is: 'degree', degree: 'more' },
    '더;더욱;좀 더;조금 더;훨씬;한층;한결;더 많이;more;much more;a bit more;a little more;even more;further',
  ],
  [
    { is: 'degree', degree: 'less' },
    '덜;조금 덜;좀 덜;less;not as;not so;not that;less so;much less;a bit less;a little less;slightly less;not particularly;not especially',
  ],
  [{ is: 'free' }, '프리;free'],
  [
    { is: 'like', of: 'before' },
    '비슷한;비슷하고;비슷하지만;비슷하게;비슷;비슷한데;비슷하면서;비슷하되;유사한;유사하고;유사;닮은;닮은꼴;흡사한;느낌의;느낌인데;같은 느낌;같은 느낌의;계통의;풍의;같은 원료;느낌이지만',
  ],
  [
    { is: 'like', of: 'after' },
    'similar to;resembling;resembles;close to;akin to;in the style of;along the lines of;inspired by;something like;in the spirit of',
  ],
  [
    { is: 'instead', of: 'before' },
    '대신;대신에;대신할;대신하는;대체;대체할;대체하는;대체재;대체품;대체 가능한;대용;대용품;대안;대체제;대체물;대체 원료;대체할 만한;대체할만한;replacement;alternative;substitute;alternatives;replacements;substitutes',
  ],
  [
    { is: 'instead', of: 'after' },
    'instead of;in place of;substitute for;replacement for;alternative to;alternatives to;to replace;replace;replaces;replacing;stand in for;substituting;substitutes for;replacements for;in lieu of',
  ],
  [
    { is: 'contains', of: 'before' },
    '들어간;들어가는;들어 있는;들어있는;들어가고;들어가면;들어갔으면;들어가야;포함;포함된;포함한;포함하는;포함하고;함유;함유된;함유한;함유하는;사용한;사용된;넣은;넣고;넣어;들어가지;들어가지는;포함되지;포함하지;함유하지;사용하지;들었으면;based;베이스로 한;섞인;섞은;첨가한;첨가된',
  ],
  [
    { is: 'contains', of: 'after' },
    'containing;contains;contain;including;includes;include;using;uses;made with;made from;built on;built around;formulated with;featuring;with some;that has;that contains',
  ],
  [
    { is: 'smelled' },
    '나는;나고;나며;나면서;나지;나지는;난다;나게;났으면;나던;느껴지는;느껴지고;느껴지며;느껴지지;느껴지게;풍기는;풍기고;풍기지;감도는;감돌고;감돌지;도는;도드라지는;튀는;돋보이는;지배적인;강조된;강조한;두드러진;두드러지는;있지;보이지;퍼지지;맡아지지;있는데',
  ],
  [
    { is: 'limited' },
    '제한하는;제한된;제한되는;제한받는;제한을 받는;제한 있는;제한이 있는;걸리는;걸린;제한;사용 제한;한도가 있는;한도 있는;limited;restricted;restricting;limits;restricts;ifra restricted;ifra-restricted;with a limit;with limits;subject to limits;has a limit;ifra limited;with restrictions;ifra 제한',
  ],
  [
    { is: 'prohibited' },
    '금지된;금지 원료;금지 성분;사용 금지;사용금지;금지되는;금지성분;사용이 금지된;못 쓰게 된;prohibited;banned;forbidden;not permitted;not allowed;ifra prohibited;ifra banned;ifra-prohibited',
  ],
  [
    { is: 'unrestricted' },
    '제한 없는;제한없는;무제한;제한이 없는;규제 없는;규제없는;규제가 없는;한도 없는;한도없는;ifra 제한 없는;unrestricted;no restriction;no restrictions;without restriction;without restrictions;not restricted;no ifra limit;no ifra restriction;no ifra restrictions;without ifra restrictions;no limit;no limits;not limited;ifra unrestricted;without an ifra limit;not limited by ifra;not restricted by ifra',
  ],
  [{ is: 'family' }, '계열;계열의;계열로;패밀리;류의;계통;family;families;type family'],
  [
    { is: 'note' },
    '노트;노트가;노트는;노트의;노트로;노트인데;향조;향조의;note;notes;noted;accented;accents;facet;facets;nuance;nuances;tone;tones;undertone;undertones;뉘앙스;톤',
  ],
  [{ is: 'or' }, '또는;혹은;이나;아니면;or;nor;랑;및;그리고;and/or'],
  [{ is: 'and' }, 'and;plus;as well as;&'],
  [
    { is: 'but' },
    '하지만;그런데;그렇지만;그래도;근데;대신 조금;with;but;yet;however;although;though;while;rather;instead;just;only',
  ],
  [
    { is: 'filler' },
    'ifra;이프라;오일;앱솔;추출물;연상시키는;연상되는;떠오르는;떠올리게 하는;생각나는;만든;만들었던;만들어진;작업한;수정한;고친;바꾼;사이;사이의;걷는;핀;피는;피어난;바른;나온;쉬는;말린;향;향기;향이;향은;향을;향의;향으로;향에;냄새;냄새가;냄새는;내음;내음이;향내음;향취;느낌;느낌이;느낌으로;느낌도;느낌은;분위기;분위기의;분위기로;무드;무드의;감성;감성의;스타일;스타일의;이미지;이미지의;컨셉;컨셉의;콘셉트;테마;추천;추천해줘;추천해 줘;추천해주세요;추천해 주세요;추천좀;추천 좀;추천 부탁;부탁;부탁해;부탁드려요;부탁드립니다;찾아줘;찾아 줘;찾는;찾고;찾아;찾습니다;알려줘;알려 줘;보여줘;보여 줘;주세요;해줘;해주세요;원해;원하는;원해요;원합니다;원하고;싶은;싶어;싶어요;싶다;싶습니다;어울리는;어울릴;어울리고;어울려;어울림;잘 어울리는;좋은;좋고;좋아;좋을;맞는;맞게;맞춰;있는;있고;있으면;있어;있나;있을까;있음;쓰기;쓸;쓸만한;쓸 만한;쓰는;쓰고;뿌리기;뿌리는;뿌릴;입기;때;때의;것;거;게;건;걸;것은;것을;것들;것만;중;중에;중에서;중의;제일;가장;그;이;저;어떤;뭐;뭔가;무언가;어디;모든;전체;전부;다;하나;한;용;용으로;용도;위한;위해;위해서;대한;관한;관련;관련된;할;하는;될;되는;된;같은;같이;같고;같으면;같아;같은데;처럼;만;좀더;새로운;새;인;임;해도;가지;종류;정도;리스트;목록;향료로;가지고;갖고;그냥;항상;늘;요즘;잘;내;나의;제;우리;그런;이런;저런;듯한;듯;만한;했으면;좋겠어;좋겠다;좋겠어요;좋겠습니다;되었으면;으로;oil;extract;reminiscent of;evoking;evocative of;reminds me of;recalls;recalling;changed;created;edited;updated;modified;lasts;last;lasted;smelled like;a;an;the;for;of;to;in;on;at;by;from;as;is;are;be;it;its;this;that;these;those;which;who;smell;smells;smelling;scent;scents;scented;odour;odor;aroma;like;something;anything;things;thing;one;ones;i;im;me;my;we;our;us;you;your;want;wants;wanted;need;needs;needed;looking;look;find;show;give;search;please;recommend;recommendation;suggest;suggestion;best;good;great;nice;perfect;suitable;suited;made;all;any;some;every;there;what;would;should;could;can;will;may;might;must;have;has;had;having;feel;feeling;feels;vibe;vibes;mood;style;quality;character;profile;theme;impression;yet to;also;then;than;when;where;how;if;about;around;into;over;through;during;per;used;use;wear;wearing;worn;goes;go;well;new;still;us;let;lets;would love;loves;loved;he loves;she loves;they love;한 달;한달;두 달;세 달;몇 달;we love;i love;love to;would like;people love;hello;hi;thanks;thank you;and also;them;they;he;she;his;her;their;person;someone;people;very much;kinda;just for;type;types;kinds;그리고 또;있는데요',
  ],
];

/** Predicates every form of which says the same. */
const predicates: readonly (readonly [FunctionWord, string, PredicateClass])[] = [
  [{ is: 'exclude', of: 'before' }, '없', '있'],
  [{ is: 'dislike', of: 'before' }, '싫', '규칙'],
  [{ is: 'dislike', of: 'before' }, '싫어하', '하'],
  [{ is: 'smelled' }, '느껴지', '규칙'],
  [{ is: 'smelled' }, '풍기', '규칙'],
];

/** Every function word, the meaning that counts first where one has two. */
export const functionWords: readonly Said[] = [
  ...words.flatMap(([word, texts]) => texts.split(';').map((text): Said => ({ text, word }))),
  ...predicates.flatMap(([word, stem, kind]) =>
    endings
      .map((ending) => conjugate({ stem, class: kind }, ending))
      .filter((text) => text.length > 1)
      .map((text): Said => ({ text, word })),
  ),
];

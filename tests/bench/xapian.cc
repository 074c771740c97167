/* Xapian with its n-grams for Chinese, as one of the engines (engine.h). Headlines count twice. By
 * default any of the query's n-grams will do, which ranks best; OPERATOR=or and OPERATOR=and leave
 * the query to its parser, which joins the n-grams of a run of Han by AND. */
#include "engine.h"

#include <xapian.h>

static Xapian::WritableDatabase *writing;
static Xapian::Database *reading;
static Xapian::TermGenerator generator;
static Xapian::QueryParser parser;
static const char *folder;

static void engine_open(const char *dir, int fresh)
{
	folder = dir;
	if (fresh)
		writing = new Xapian::WritableDatabase(std::string(dir) + "/x",
			Xapian::DB_CREATE_OR_OPEN);
	else
		reading = new Xapian::Database(std::string(dir) + "/x");
	generator.set_flags(Xapian::TermGenerator::FLAG_CJK_NGRAM);
}

static void engine_add(long number, const char *headline, const char *body)
{
	Xapian::Document doc;
	generator.set_document(doc);
	generator.index_text(headline, 2);
	generator.increase_termpos();
	generator.index_text(body);
	doc.set_data(body);
	writing->replace_document((Xapian::docid)number, doc);
}

static void engine_ready(void)
{
	writing->commit();
	delete writing;
	reading = new Xapian::Database(std::string(folder) + "/x");
}

static Xapian::Query grams(const char *words)
{
	Xapian::Document typed;
	generator.set_document(typed);
	generator.index_text_without_positions(words);
	return Xapian::Query(Xapian::Query::OP_OR, typed.termlist_begin(), typed.termlist_end());
}

static Xapian::Query parsed(const char *words, bool all)
{
	std::string text = words;
	for (char &c : text) /* what it takes for signs of its own, it may refuse */
		c = ispunct((unsigned char)c) && c != '"' && c != '-' ? ' ' : c;
	parser.set_database(*reading);
	parser.set_default_op(all ? Xapian::Query::OP_AND : Xapian::Query::OP_OR);
	try {
		return parser.parse_query(text, Xapian::QueryParser::FLAG_CJK_NGRAM |
				Xapian::QueryParser::FLAG_PHRASE |
				Xapian::QueryParser::FLAG_LOVEHATE |
				Xapian::QueryParser::FLAG_BOOLEAN);
	} catch (const Xapian::QueryParserError &) {
		return grams(words);
	}
}

static int engine_find(const char *words, long numbers[ENGINE_FIRST], long *total)
{
	const char *op = getenv("OPERATOR");
	Xapian::Enquire enquire(*reading);
	enquire.set_query(op ? parsed(words, strcmp(op, "and") == 0) : grams(words));
	Xapian::MSet hits = enquire.get_mset(0, ENGINE_FIRST, 10000);
	int n = 0;
	for (Xapian::MSetIterator i = hits.begin(); i != hits.end(); ++i) {
		numbers[n++] = *i;
		hits.snippet(i.get_document().get_data(), 180, Xapian::Stem(),
			Xapian::MSet::SNIPPET_CJK_NGRAM);
	}
	*total = (long)hits.get_matches_estimated();
	return n;
}

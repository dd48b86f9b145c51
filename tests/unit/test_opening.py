from bonguichet.macros import opening


def test_a_link_that_is_all_of_its_point_is_marked_and_a_link_in_a_sentence_is_not():
    alone = '<li><a href="x/">Le <b>CPAS</b></a></li>'
    inside = '<li>Lisez <a href="x/">le CPAS</a> d’abord.</li>\n<li><a href="x/">Un</a> et <a href="y/">deux</a></li>'
    assert opening.marked(alone + inside) == alone.replace("<a ", '<a class="link-alone" ') + inside


def test_a_link_with_words_behind_it_is_no_point_of_its_own():
    html = '<li><a href="x/">Le CPAS</a> : il aide.</li>\n<li><a href="x/">Le SDJ</a></li>'
    assert opening.marked(html).count("link-alone") == 1

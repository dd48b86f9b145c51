"""A file is written only where its text changes."""

from bonguichet.writing import put


def test_only_a_missing_file_or_one_with_another_text_is_written(tmp_path):
    path = tmp_path / "folder" / "file.txt"
    assert [put(path, text) for text in ("é", "é", "e")] == [True, False, True]
    assert path.read_text(encoding="utf-8") == "e"

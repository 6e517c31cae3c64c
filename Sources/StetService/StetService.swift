import StetText
